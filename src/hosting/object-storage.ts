import { headerRules, headersOf } from '../host/site-headers.ts';

/** What these stores keep with each file; other headers are added by the network that delivers them. */
const kept = 'Cache-Control';

const lastingFolders = headerRules.filter(({ folder, headers }) => folder !== '/' && kept in headers);

/** Headers of all files, without those that each file bears itself. */
const delivered = Object.entries(headersOf('/')).filter(([name]) => name !== kept);

const captures = headersOf('/sources/x')['Content-Security-Policy'] ?? '';

/** What is typed to put files into a store: one folder of the site, or single kinds of names, with one `Cache-Control`. */
type UploadLine = (folder: string, ending: string | null, cacheControl: string) => string;

/** The files whose names change with what they hold first, then all the others, with which what the site no longer has goes. */
const uploads = (line: UploadLine): string =>
  [
    ...lastingFolders.map(({ folder, ending, headers }) => line(folder, ending, headers[kept] ?? '')),
    line('/', null, headersOf('/')[kept] ?? ''),
  ]
    .map((text) => `${text}\n`)
    .join('');

/** A list as JSON, a line for each of its values. */
const lines = (values: readonly object[]): string => values.map((value) => ` ${JSON.stringify(value)}`).join(',\n');

/** For Aliyun OSS with its CDN: a folder of a bucket as a website, the upload, the headers as the CDN's interface takes them. */
export function ossSettings(base: string): string {
  const put: UploadLine = (folder, ending, cacheControl) => {
    const places = `dist${folder} oss://BUCKET${base.slice(0, -1)}${folder}`;
    const command = folder === '/' ? `sync ${places} -u --delete` : `cp ${places} -r -u`;
    return `ossutil ${command}${ending === null ? '' : ` --include "*${ending}"`} --cache-control "${cacheControl}"`;
  };
  const functions = delivered.map(([name, value]) => ({
    functionArgs: [
      { argName: 'key', argValue: name },
      { argName: 'value', argValue: value },
    ],
    functionName: 'set_resp_header',
  }));
  return `# 一、静态网站（PutBucketWebsite；控制台：数据管理 → 静态页面）
<WebsiteConfiguration>
  <IndexDocument><Suffix>index.html</Suffix><SupportSubDir>true</SupportSubDir><Type>0</Type></IndexDocument>
  <ErrorDocument><Key>${base.slice(1)}404.html</Key><HttpStatus>404</HttpStatus></ErrorDocument>
</WebsiteConfiguration>

# 二、上传：先传名字随内容而变的文件，再传其余（-u 略过未变的），并删去网站里已没有的（--delete）
${uploads(put)}
# 三、内容分发网络的响应头（BatchSetCdnDomainConfig 的 Functions；控制台：缓存配置 → 修改出站响应头）
[
${lines(functions)}
]

# 四、内容分发网络的规则引擎：地址以 ${base}sources/ 开头的，把 Content-Security-Policy 改为
${captures}
`;
}

/** For Tencent COS with its CDN, in the same steps. */
export function cosSettings(base: string): string {
  const put: UploadLine = (folder, ending, cacheControl) =>
    `coscli sync dist${folder} cos://BUCKET${base.slice(0, -1)}${folder} -r${folder === '/' ? ' --delete' : ''}${
      ending === null ? '' : ` --include ".*\\${ending}$"`
    } --meta "Cache-Control:${cacheControl}"`;
  const set = (HeaderName: string, HeaderValue: string) => ({ HeaderMode: 'set', HeaderName, HeaderValue }) as const;
  const rules = [
    ...delivered.map(([name, value]) => ({ ...set(name, value), RuleType: 'all', RulePaths: ['*'] })),
    // The rule that stands last has its way.
    {
      ...set('Content-Security-Policy', captures),
      ...{ RuleType: 'directory', RulePaths: [`${base}sources/`] },
    },
  ];
  return `# 一、静态网站（PUT Bucket website；控制台：基础配置 → 静态网站）
<WebsiteConfiguration>
  <IndexDocument><Suffix>index.html</Suffix></IndexDocument>
  <ErrorDocument><Key>${base.slice(1)}404.html</Key><OriginalHttpStatus>Enabled</OriginalHttpStatus></ErrorDocument>
</WebsiteConfiguration>

# 二、上传：先传名字随内容而变的文件，再传其余（sync 略过未变的），并删去网站里已没有的（--delete）
${uploads(put)}
# 三、内容分发网络的响应头（UpdateDomainConfig 的 ResponseHeader；控制台：高级配置 → HTTP 响应头配置，后面的一条优先）
{"Switch": "on", "HeaderRules": [
${lines(rules)}
]}
`;
}
