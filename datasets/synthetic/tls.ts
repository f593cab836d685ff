import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { createSecureContext, type SecureContext } from "node:tls";
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

/** A certificate authority of this run alone, and the certificates it signs for whoever asks. */
export interface Authority {
  /** The authority's own certificate, PEM. */
  ca: string;
  /** What a TLS server needs to speak for a host; made at the first call, then remembered. */
  contextFor(host: string): Promise<SecureContext>;
}

/** Elliptic curves make a certificate in a millisecond, RSA would take a hundred. */
const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** Contexts remembered; a host that was forgotten gets a new certificate. */
const mostContexts = 512;

/**
 * Makes an authority. Its keys are drawn anew each time: nobody can use them later.
 *
 * @param nameFor the name a host's certificate is made out to, the host's own unless TLS is to fail
 */
export async function createAuthority(nameFor: (host: string) => string): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
  const hostKeys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const exported = await webcrypto.subtle.exportKey("pkcs8", hostKeys.privateKey);
  const key = PemConverter.encode(exported, "PRIVATE KEY");
  const root = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: "01",
      name: "CN=presence-audit synthetic industry",
      ...validity(),
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      ],
    },
    webcrypto,
  );
  let serial = 1;
  const sign = async (host: string) => {
    const name = nameFor(host);
    const certificate = await X509CertificateGenerator.create(
      {
        serialNumber: (++serial).toString(16).padStart(8, "0"),
        subject: [{ CN: [name.slice(0, 64)] }],
        issuer: root.subject,
        ...validity(),
        signingAlgorithm: algorithm,
        publicKey: hostKeys.publicKey,
        signingKey: keys.privateKey,
        extensions: [
          new BasicConstraintsExtension(false),
          new SubjectAlternativeNameExtension([{ type: "dns", value: name }]),
        ],
      },
      webcrypto,
    );
    return createSecureContext({ key, cert: certificate.toString("pem") });
  };
  return { ca: root.toString("pem"), contextFor: remember(sign, mostContexts) };
}

/** A day before and a month after this moment: TLS checks the real clock, not the industry's. */
function validity() {
  const now = Date.now();
  return { notBefore: new Date(now - 86_400_000), notAfter: new Date(now + 30 * 86_400_000) };
}

/** Calls `make` once a key; beyond `most` keys the oldest is forgotten. */
function remember<T>(make: (key: string) => Promise<T>, most: number): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const fresh = make(key);
    made.set(key, fresh);
    const [oldest] = made.keys();
    if (made.size > most && oldest !== undefined) made.delete(oldest);
    return fresh;
  };
}
