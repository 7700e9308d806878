// node shot.tmp.mjs SITE OUTPREFIX widths(375,1440) scheme(light) path...
process.env.FONTCONFIG_PATH = "/etc/fonts";
import { startedChromium } from './src/host/chromium.ts';
import { fileServer } from './src/host/plain-host.ts';
const [site, prefix, widths, scheme, ...paths] = process.argv.slice(2);
const server = await fileServer(site); const browser = await startedChromium();
for (const w of widths.split(',')) { const width = +w; const ctx = await browser.newContext({ viewport: { width, height: width < 500 ? 812 : 900 }, colorScheme: scheme === 'dark' ? 'dark' : 'light' });
  const page = await ctx.newPage();
  for (const p of paths) { const [path, act] = p.split('!'); await page.goto(server.home.replace(/\/$/, '') + path, { waitUntil: 'networkidle' }).catch(e => console.log(String(e)));
    if (act === 'move') { await page.mouse.move(300, 300); await page.mouse.wheel(0, 1); await page.waitForTimeout(800); }
    else if (act && act.startsWith('js:')) { await page.evaluate(act.slice(3)); await page.waitForTimeout(800); }
    const name = `${prefix}-${path.replace(/[^a-z0-9]+/gi, '_')}${act ? '_' + act.slice(0, 4).replace(/\W/g, '') : ''}-${width}${scheme === 'dark' ? '-dark' : ''}.png`;
    await page.screenshot({ path: name, fullPage: act === 'full' }); console.log(name, await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight, Math.round(document.querySelector('.t p')?.getBoundingClientRect().top ?? -1)].join(' '))); }
  await ctx.close(); }
await browser.close(); await server.close?.(); process.exit(0);
