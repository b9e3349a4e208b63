package org.homeward.ingest.device;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/// A device's own X.509 certificate. It is known by its fingerprint alone: who signed it says
/// nothing about whose it is.
///
/// @param fingerprint SHA-256 of the certificate
/// @param notAfter when it ends by its own word
public record DeviceCertificate(TokenHash fingerprint, Instant notAfter) {
    private static final int LONGEST = 16_384;

    /// The certificate of a PEM text; empty if there is none or it does not hold at this instant.
    public static Optional<DeviceCertificate> read(String pem, Instant now) {
        if (pem.length() > LONGEST || !pem.contains("-----BEGIN CERTIFICATE-----")) {
            return Optional.empty();
        }
        try {
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            byte[] text = pem.getBytes(StandardCharsets.US_ASCII);
            X509Certificate one =
                    (X509Certificate) x509.generateCertificate(new ByteArrayInputStream(text));
            Instant notAfter = one.getNotAfter().toInstant();
            return now.isBefore(one.getNotBefore().toInstant()) || now.isAfter(notAfter)
                    ? Optional.empty()
                    : Optional.of(new DeviceCertificate(fingerprint(one.getEncoded()), notAfter));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /// The stored form of a certificate's own bytes.
    public static TokenHash fingerprint(byte[] encoded) {
        try {
            return new TokenHash(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
