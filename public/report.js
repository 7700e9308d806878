/[?&]q=/.test(location.search)&&import('./occurrences.js')
