import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.KeySelectorResult;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.*;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The signatures of the Java platform, for the tests: judges every file of a folder, then signs a
 * document in every way it can. Arguments: folder to judge, document, password, folder to write to,
 * .p12 files. Prints "name TAB valid" or "name TAB reason" for each file it judges.
 */
public class Peer {
    static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

    public static void main(String[] args) throws Exception {
        File[] files = new File(args[0]).listFiles((dir, name) -> name.endsWith(".xml"));
        Arrays.sort(files);
        for (File file : files) {
            String said;
            try {
                said = judge(parse(file));
            } catch (Exception e) {
                said = String.valueOf(e).replaceAll("\\s+", " ");
            }
            System.out.println(file.getName() + "\t" + said);
        }
        String[][] methods = {
            {"inclusive", CanonicalizationMethod.INCLUSIVE},
            {"c14n11", "http://www.w3.org/2006/12/xml-c14n11"},
            {"exclusive", CanonicalizationMethod.EXCLUSIVE},
        };
        for (String path : Arrays.copyOfRange(args, 4, args.length)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new FileInputStream(path), args[2].toCharArray());
            String alias = store.aliases().nextElement();
            PrivateKey key = (PrivateKey) store.getKey(alias, args[2].toCharArray());
            X509Certificate cert = (X509Certificate) store.getCertificate(alias);
            for (String[] method : methods) {
                for (String prefix : new String[] {"", "ds"}) {
                    for (String uri : new String[] {"", "#nd"}) {
                        for (boolean xades : new boolean[] {false, true}) {
                            Document doc = parse(new File(args[1]));
                            sign(doc, method[1], prefix, uri, xades, key, cert);
                            String name = method[0] + (prefix.isEmpty() ? "-default" : "-prefixed") + (uri.isEmpty() ? "-whole" : "-id") + (xades ? "-xades-" : "-") + key.getAlgorithm();
                            try (FileOutputStream out = new FileOutputStream(new File(args[3], name + ".xml"))) {
                                TransformerFactory.newInstance().newTransformer().transform(new DOMSource(doc), new StreamResult(out));
                            }
                        }
                    }
                }
            }
        }
    }

    static Document parse(File file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document doc = factory.newDocumentBuilder().parse(file);
        markIds(doc.getDocumentElement());
        return doc;
    }

    static void markIds(Element element) {
        if (element.hasAttribute("Id")) {
            element.setIdAttribute("Id", true);
        }
        if (element.hasAttributeNS(XMLConstants.XML_NS_URI, "id")) {
            element.setIdAttributeNS(XMLConstants.XML_NS_URI, "id", true);
        }
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element) {
                markIds((Element) n);
            }
        }
    }

    static String judge(Document doc) throws Exception {
        NodeList found = doc.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
        if (found.getLength() == 0) {
            return "no signature";
        }
        for (int i = 0; i < found.getLength(); i++) {
            DOMValidateContext context = new DOMValidateContext(new Leaf(), found.item(i));
            XMLSignature signature = FACTORY.unmarshalXMLSignature(context);
            if (signature.validate(context)) {
                continue;
            }
            StringBuilder said = new StringBuilder("value " + signature.getSignatureValue().validate(context));
            for (Object r : signature.getSignedInfo().getReferences()) {
                Reference reference = (Reference) r;
                said.append(", ").append(reference.getURI()).append(' ').append(reference.validate(context));
            }
            return said.toString();
        }
        return "valid";
    }

    /** The first certificate of KeyInfo that is no CA. */
    static class Leaf extends KeySelector {
        @Override
        public KeySelectorResult select(KeyInfo info, Purpose purpose, javax.xml.crypto.AlgorithmMethod method, javax.xml.crypto.XMLCryptoContext context) {
            for (XMLStructure part : info.getContent()) {
                if (!(part instanceof X509Data)) {
                    continue;
                }
                for (Object o : ((X509Data) part).getContent()) {
                    if (o instanceof X509Certificate && ((X509Certificate) o).getBasicConstraints() < 0) {
                        return () -> ((X509Certificate) o).getPublicKey();
                    }
                }
            }
            return () -> null;
        }
    }

    static void sign(Document doc, String c14n, String prefix, String uri, boolean xades, PrivateKey key, X509Certificate cert) throws Exception {
        List<Transform> transforms = new ArrayList<>();
        if (uri.isEmpty()) {
            transforms.add(FACTORY.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null));
        }
        transforms.add(FACTORY.newTransform(c14n, (TransformParameterSpec) null));
        DigestMethod sha256 = FACTORY.newDigestMethod(DigestMethod.SHA256, null);
        List<Reference> references = new ArrayList<>();
        references.add(FACTORY.newReference(uri, sha256, transforms, null, null));
        List<XMLObject> objects = new ArrayList<>();
        Element place = (Element) doc.getElementsByTagName("Cky").item(0);
        DOMSignContext context = new DOMSignContext(key, place);
        context.setDefaultNamespacePrefix(prefix);
        if (xades) {
            Element properties = properties(doc, prefix, cert);
            objects.add(FACTORY.newXMLObject(List.of(new DOMStructure(properties)), null, null, null));
            references.add(FACTORY.newReference("#peer-signed", sha256, List.of(FACTORY.newTransform(c14n, (TransformParameterSpec) null)), "http://uri.etsi.org/01903#SignedProperties", null));
            context.setIdAttributeNS((Element) properties.getFirstChild(), null, "Id");
        }
        SignedInfo info = FACTORY.newSignedInfo(
            FACTORY.newCanonicalizationMethod(c14n, (C14NMethodParameterSpec) null),
            FACTORY.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#" + (key.getAlgorithm().equals("EC") ? "ecdsa" : "rsa") + "-sha256", null), references);
        KeyInfo keyInfo = FACTORY.getKeyInfoFactory().newKeyInfo(List.of(FACTORY.getKeyInfoFactory().newX509Data(List.of(cert))));
        FACTORY.newXMLSignature(info, keyInfo, objects, "peer", null).sign(context);
    }

    static Element properties(Document doc, String prefix, X509Certificate cert) throws Exception {
        String ds = prefix.isEmpty() ? "" : prefix + ":";
        Element qualifying = doc.createElementNS(XADES, "xades:QualifyingProperties");
        qualifying.setAttribute("Target", "#peer");
        Element signed = (Element) qualifying.appendChild(doc.createElementNS(XADES, "xades:SignedProperties"));
        signed.setAttribute("Id", "peer-signed");
        Node about = signed.appendChild(doc.createElementNS(XADES, "xades:SignedSignatureProperties"));
        about.appendChild(doc.createElementNS(XADES, "xades:SigningTime")).setTextContent("2026-11-22T02:15:30Z");
        Node named = about.appendChild(doc.createElementNS(XADES, "xades:SigningCertificateV2"))
            .appendChild(doc.createElementNS(XADES, "xades:Cert")).appendChild(doc.createElementNS(XADES, "xades:CertDigest"));
        Element method = (Element) named.appendChild(doc.createElementNS(XMLSignature.XMLNS, ds + "DigestMethod"));
        method.setAttribute("Algorithm", DigestMethod.SHA256);
        named.appendChild(doc.createElementNS(XMLSignature.XMLNS, ds + "DigestValue"))
            .setTextContent(Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(cert.getEncoded())));
        return qualifying;
    }
}
