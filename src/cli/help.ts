/** Text of `npx fundwatch --help`. */
export const HELP = `fundwatch：医保基金运行分析工作区

用法：npx fundwatch <命令> [选项]

命令：
  rerun    重算一期：校验数据、运行全部笔记本、导出图表，最后印出结果 index.html 的路径
           （npm start 就是这条命令）
  check    比对一期报告推算的数与本工具的数，列出不符的；有不符而数据中未写明缘由的，退出码为 1
  list     列出有哪些地区和期间
  kernel   把本项目的笔记本内核登记到 Jupyter（npm run kernel 就是这条命令）
  help     显示本说明

选项：
  --place 地区     data/ 下的地区，如 zhuzhou；不写为默认地区
  --period 期间    年份（如 2022）或年份加季度（如 2021Q1）；不写为有实际数的最新一期
  --rule 规则      定级规则的代码，见 data/reference/rules.csv；不写为该期有效的第一条
  --json           以 JSON 印出结果，供程序读取
  -h, --help       显示本说明
  -v, --version    显示版本

退出码：
  0  完成
  1  数据有错误或笔记本出错，工作停下；上一次的好结果保持不动。check：有不符而未写明缘由
  2  用法不对，或输入无法读取
  130  被 Ctrl-C 中断

例：
  npm start                                         重算默认地区的最新一期
  npm start -- --place zhuzhou --period 2021Q1      重算株洲市 2021 年一季度`;
