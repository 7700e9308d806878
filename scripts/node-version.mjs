/** Run by npm before it installs, by whatever Node is there, so without TypeScript: says which Node is wanted. */
const { platform, arch, versions } = process;
const [major, minor] = versions.node.split('.').map(Number);
const isOld = major < 22 || (major === 22 && minor < 18);
// There npm brings a Node of its own, with which it runs the commands.
const bringsOwn = platform === 'linux' && arch === 'x64';
if (isOld && !bringsOwn) {
  console.error(
    `本程序需要 Node 22.18 或更新的版本，这里是 ${versions.node}。请先安装新版的 Node，再运行 npm install。`,
  );
  process.exit(1);
}
