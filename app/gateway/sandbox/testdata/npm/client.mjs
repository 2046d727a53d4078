// Reads the protocol's document with somebody else's parser, lets somebody else's
// generator make a client of it, and talks to a gateway by nothing but that client.
// Arguments: the document, a folder to write into, the gateway's address, a signed
// package, its key and SHA-256, a unit. Prints what it got as JSON.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import path from "node:path";
import SwaggerParser from "@apidevtools/swagger-parser";
import { generateApi } from "swagger-typescript-api";

const [doc, out, baseUrl, file, khoa, sha256, maDonVi] = process.argv.slice(2);
const api = await SwaggerParser.validate(doc);
await generateApi({ input: doc, output: out, fileName: "cong.ts", toJS: true, silent: true, cleanOutput: false });
const { Api } = await import(pathToFileURL(path.join(out, "cong.js")));

const client = new Api({ baseUrl, baseApiParams: { headers: { "X-Ma-IVAN": "00999" } } });
client.contentFormatters["application/octet-stream"] = (bytes) => bytes; // the generator knows no plain bytes
const keyed = { headers: { "X-Ma-Giao-Dich-Khoa": khoa } };
const bytes = readFileSync(file);
const result = { version: api.info.version, operations: Object.keys(client.v1).sort() };

result.health = (await client.v1.sucKhoe()).data.tinhTrang;
const nothing = await client.v1.timTheoKhoa(khoa).catch((e) => e);
result.unknown = [nothing.status, nothing.error.ma];

// In two parts, then by its key; the same again gives the same receipt.
const half = bytes.length >> 1;
const pack = { khoa, maIVAN: "00999", doDai: bytes.length, sha256 };
await client.v1.moTaiLen(pack, keyed);
for (const [from, to] of [[0, half], [half, bytes.length]]) {
  const part = await client.v1.taiPhan(khoa, bytes.subarray(from, to), {
    type: "application/octet-stream",
    headers: { "X-Tu-Byte": String(from), "Content-Type": "application/octet-stream" },
  });
  result.uploaded = part.data.daNhan;
}
const submission = { ...pack, loaiGoi: "HSNV", tenFile: "BHXHDienTu.xml", daTaiLen: true };
const first = await client.v1.nopHoSo(submission, keyed);
const again = await client.v1.nopHoSo(submission, keyed);
const found = await client.v1.timTheoKhoa(khoa);
result.statuses = [first.status, again.status, found.status];
result.same = first.data.maGiaoDich === again.data.maGiaoDich && found.data.maGiaoDich === first.data.maGiaoDich;
const other = await client.v1.nopHoSo({ ...submission, sha256: "0".repeat(64) }, keyed).catch((e) => e);
result.conflict = [other.status, other.error.ma];

const progress = (await client.v1.tienDo(first.data.maGiaoDich)).data;
result.soHoSo = progress.soHoSo;
result.steps = progress.buoc.map((b) => b.maKetQua);
result.files = (await client.v1.ketQua(first.data.maGiaoDich)).data.ketQua.map((f) => f.tenFile);
result.notices = (await client.v1.thongBao({ maDonVi })).data.thongBao.map((n) => n.loai);
result.lists = (await client.v1.danhMuc()).data.danhMuc.map((l) => l.ten);
console.log(JSON.stringify(result));
