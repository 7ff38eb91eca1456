import assert from "node:assert/strict";
import test from "node:test";

import { load } from "../modules.mjs";

const { matching, soundAt } = await load("themes/typeahead.js");
const named = (name, pinyin, path = [name]) => ({ name, pinyin, path });
const themes = [
  named("新质生产力", "xin zhi sheng chan li"),
  named("绿色发展", "lu/lv se/shai fa zhan"),
  named("长效机制", "chang/zhang xiao ji zhi"),
  named("增长", "ceng/zeng chang/zhang", ["经济", "增长"]),
  named("5G 应用", "5g ying yong"),
];
const names = (typed) => matching(themes, typed).map((theme) => theme.name);

for (const typed of ["xzscl", "XZSCL", "xinzhi", "xin zhi", "xzhishengchanl", "新质", "生产力", "sc"]) {
  test(`${typed} finds 新质生产力`, () => assert.ok(names(typed).includes("新质生产力")));
}
for (const typed of ["lvse", "lvsfz", "lüse", "lsfz"]) {
  test(`${typed} finds 绿色发展`, () => assert.deepEqual(names(typed), ["绿色发展"]));
}
test("either reading of a character counts", () => {
  assert.ok(names("changxiao").includes("长效机制"));
  assert.ok(names("zx").includes("长效机制"));
});
test("letters and digits stand for themselves", () => assert.deepEqual(names("5gyy"), ["5G 应用"]));
test("a name that starts so comes before one that holds it", () => assert.deepEqual(names("长"), ["长效机制", "增长"]));
test("a parent's name finds the theme", () => assert.deepEqual(names("经济"), ["增长"]));
test("other letters find nothing", () => assert.deepEqual(names("xzsq"), []));
test("letters must follow one another", () => assert.equal(soundAt("xsl", [["xin"], ["zhi"], ["sheng"]]), -1));
