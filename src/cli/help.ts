/** Text of `npx fundwatch --help`. */
export const HELP = `fundwatch：医保基金运行分析工作区

用法：npx fundwatch <命令> [选项]

命令：
  new      为一期新建填报工作簿 data/<地区>/<期间>/intake.xlsx，旁边灰字是上期的数；已有的不覆盖
  import   导入工作簿（.xlsx、.xls、.csv；填报的或自己的报表都可以）：先逐格核对，全部说清；
           有错误或未认可的疑点时不导入，数据不动
  watch    盯着工作簿，每次保存就导入并重算，只说有什么变了；Ctrl-C 结束
  rerun    重算一期：校验数据、运行全部笔记本、导出图表，最后印出结果 index.html 的路径
           （npm start 就是这条命令）
  check    比对一期报告推算的数与本工具的数，列出不符的；有不符而数据中未写明缘由的，退出码为 1
  compare  任意两期并列：各统筹区的可支付月数、结余、收入、支出，能比的给增减和增长，不能比的说明
           为什么；印成表，并写成网页和 CSV（output/<地区>/compare-<前期>-<后期>/）
  list     列出有哪些地区和期间，哪些填报工作簿还没有导入
  kernel   把本项目的笔记本内核登记到 Jupyter（npm run kernel 就是这条命令）
  help     显示本说明

选项：
  --place 地区     data/ 下的地区，如 zhuzhou；不写为默认地区，import 为工作簿里写的
  --period 期间    年份（如 2022）或年份加季度（如 2021Q1）；不写为有实际数的最新一期，
                   import 为工作簿里写的；new 必须写
  --with 期间      compare：与 --period 并列的另一期，必须写；两期不分先后
  --rule 规则      定级规则的代码，见 data/reference/rules.csv；不写为该期有效的第一条
  --empty          new：不带上期的数
  --accept "理由"  import：认可全部疑点，理由存进数据
  --restate "理由" import：以前各期的数与已存的不同时，作为重述存下，原来的数保留
  --json           以 JSON 印出结果，供程序读取；不能做时印原因
  -h, --help       显示本说明
  -v, --version    显示版本

退出码：
  0  完成
  1  数据有错误或笔记本出错，工作停下；上一次的好结果保持不动。check：有不符而未写明缘由。
     import：有错误、未认可的疑点或未写理由的重述，没有导入
  2  用法不对，或输入无法读取
  130  被 Ctrl-C 中断（watch 用 Ctrl-C 结束，是 0）

例：
  npx fundwatch new --place zhuzhou --period 2023Q1           新建填报工作簿
  npx fundwatch import data/zhuzhou/2023Q1/intake.xlsx        填好以后导入
  npm start                                                   重算默认地区的最新一期
  npx fundwatch rerun --place zhuzhou --period 2021Q1         重算株洲市 2021 年一季度
  npx fundwatch compare --period 2022 --with 2021Q1           2022 年与 2021 年一季度并列`;
