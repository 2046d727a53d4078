// A person at the practice gateway's page, in a real browser. Arguments: the browser,
// the address, the base64 SHA-256 of the key of the gateway's authority, a folder for
// pictures, two maGiaoDich: the first is returned, the second approved. Prints what
// was seen as JSON.
import path from "node:path";
import puppeteer from "puppeteer-core";

const [executablePath, url, pin, shots, returned, approved] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", `--ignore-certificate-errors-spki-list=${pin}`],
});
const seen = { errors: [] };
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1100, height: 800 });
  page.on("pageerror", (e) => seen.errors.push(String(e)));
  page.on("requestfailed", (r) => seen.errors.push(r.url()));
  const shot = (name) => page.screenshot({ path: path.join(shots, name + ".png"), fullPage: true });
  const text = () => page.evaluate(() => document.body.innerText);
  const go = (press) => Promise.all([page.waitForNavigation(), press()]);
  const button = async (words) => {
    for (const b of await page.$$("button")) {
      if ((await b.evaluate((x) => x.innerText)).includes(words)) return go(() => b.click());
    }
    throw new Error("no button " + words);
  };

  await page.goto(url + "/");
  seen.list = await text();
  await shot("danh-sach");

  await go(() => page.click(`a[href="/ho-so/${returned}"]`));
  seen.one = await text();
  await shot("mot-ho-so");
  await page.type("textarea[name=lyDo]", "Sai mức lương ở dòng 1");
  await button("Trả lại hồ sơ");
  seen.returned = await text();
  await shot("da-tra-lai");

  await page.goto(url + "/ho-so/" + approved);
  await button("Duyệt");
  seen.approved = await text();
  await shot("da-duyet");

  await page.goto(url + "/");
  await button("thêm 30 ngày");
  seen.ahead = await text();
  await page.type("input[name=kichBan]", "khong-hieu");
  await button("Đặt");
  seen.fault = await text();
  await go(() => page.click("a"));
  await go(() => page.click('a[href="/so"]'));
  seen.register = await text();
  await shot("so");

  // A form of another site does nothing.
  const token = "x";
  await page.goto("data:text/html," + encodeURIComponent(`<form method=post action="${url}/ho-so/${approved}/tra-lai"><input name=the value=${token}><input name=lyDo value=x><button>gui</button></form>`));
  await button("gui");
  seen.foreign = await text();
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
