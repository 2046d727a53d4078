// xadesjs, for the tests: judges every file of a folder, then signs a document in
// every way it can. Arguments: folder to judge, document, key (PKCS #8, DER),
// certificate (DER), folder to write to. Prints "name TAB valid" or
// "name TAB reason" for each file it judges.
import { webcrypto as crypto } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as xmldom from "@xmldom/xmldom";
import * as xades from "xadesjs";
import * as xmldsig from "xmldsigjs";
import { setNodeDependencies } from "xml-core";
import xpath from "xpath";

setNodeDependencies({
  XMLSerializer: xmldom.XMLSerializer,
  DOMParser: xmldom.DOMParser,
  DOMImplementation: xmldom.DOMImplementation,
  xpath,
});
xades.Application.setEngine("NodeJS", crypto);

// It knows no Canonical XML 1.1. Where no element inherits xml:base or xml:id,
// 1.1 writes what 1.0 writes, so it is told the other name.
const c14n11 = "http://www.w3.org/2006/12/xml-c14n11";
class Inclusive11 extends xmldsig.XmlDsigC14NTransform {
  constructor() {
    super();
    this.Algorithm = c14n11;
  }
}
xmldsig.CryptoConfig.RegisterTransform(c14n11, Inclusive11);

const [judged, source, keyFile, certFile, signed] = process.argv.slice(2);

async function judge(text) {
  const doc = xades.Parse(text);
  const found = doc.getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature");
  if (found.length === 0) return "no signature";
  for (let i = 0; i < found.length; i++) {
    const signature = new xades.SignedXml(doc);
    signature.LoadXml(found[i]);
    if (!(await signature.Verify())) return "not valid";
  }
  return "valid";
}

for (const name of readdirSync(judged).filter((n) => n.endsWith(".xml")).sort()) {
  let said;
  try {
    said = await judge(readFileSync(join(judged, name), "utf8"));
  } catch (e) {
    said = String(e.message ?? e).replace(/\s+/g, " ");
  }
  console.log(`${name}\t${said}`);
}

const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const key = await crypto.subtle.importKey("pkcs8", readFileSync(keyFile), algorithm, false, ["sign"]);
const cert = readFileSync(certFile).toString("base64");

for (const c14n of ["c14n", "exc-c14n"]) {
  for (const uri of ["", "#nd"]) {
    const doc = xades.Parse(readFileSync(source, "utf8"));
    const signature = new xades.SignedXml();
    await signature.Sign(algorithm, key, doc, {
      x509: [cert],
      signingCertificateV2: cert,
      signingTime: { value: new Date("2026-11-22T02:15:30Z") },
      references: [{ uri, hash: "SHA-256", transforms: uri === "" ? ["enveloped", c14n] : [c14n] }],
    });
    const element = xades.Parse(signature.XmlSignature.toString()).documentElement;
    doc.getElementsByTagName("Cky")[0].appendChild(doc.importNode(element, true));
    const name = `${c14n}-${uri === "" ? "whole" : "id"}.xml`;
    writeFileSync(join(signed, name), xmldsig.Stringify(doc));
  }
}
