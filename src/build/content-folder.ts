import { reportFiles } from '../content-files/report-store.ts';
import { ExpectedFailure } from '../host/expected-failure.ts';
import { standingFolder } from '../host/standing-folder.ts';

/** The content folder that was chosen, which must hold at least one report; throws `ExpectedFailure` where it does not. */
export function contentFolder(folder: string): string {
  if (reportFiles(standingFolder(folder, 'ARCHIVE_CONTENT')).length > 0) return folder;
  throw new ExpectedFailure(
    `${folder} 里没有一份报告：其中的 reports/ 没有或是空的（由 ARCHIVE_CONTENT 指定；是新的文库，先用 npm run import 加一份）`,
  );
}
