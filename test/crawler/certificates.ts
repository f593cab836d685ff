import "reflect-metadata";
import { webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const day = 86_400_000;

/** A certificate authority made for one test, and certificates it signs. All in PEM. */
export async function makeAuthority() {
  x509.cryptoProvider.set(webcrypto);
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const issuer = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: "01",
    name: "CN=test authority",
    notBefore: new Date(Date.now() - 30 * day),
    notAfter: new Date(Date.now() + day),
    signingAlgorithm: algorithm,
    keys,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true)],
  });
  const certify = async (host: string, expiresInDays = 1) => {
    const own = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber: "02",
      subject: `CN=${host}`,
      issuer: issuer.subject,
      notBefore: new Date(Date.now() - 20 * day),
      notAfter: new Date(Date.now() + expiresInDays * day),
      signingAlgorithm: algorithm,
      publicKey: own.publicKey,
      signingKey: keys.privateKey,
      extensions: [new x509.SubjectAlternativeNameExtension([{ type: "dns", value: host }])],
    });
    const exported = await webcrypto.subtle.exportKey("pkcs8", own.privateKey);
    const key = `-----BEGIN PRIVATE KEY-----\n${Buffer.from(exported).toString("base64")}\n-----END PRIVATE KEY-----`;
    return { key, cert: certificate.toString("pem") };
  };
  return { ca: issuer.toString("pem"), certify };
}
