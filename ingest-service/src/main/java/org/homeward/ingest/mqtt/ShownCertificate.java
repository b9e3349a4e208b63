package org.homeward.ingest.mqtt;

import io.vertx.mqtt.MqttEndpoint;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.homeward.ingest.device.DeviceCertificate;

/// The certificate that a client shows in the handshake, by its fingerprint. Its holder has the key
/// then; whose it is says the registry alone.
final class ShownCertificate {
    private ShownCertificate() {}

    /// Empty if there is none, or none that holds now.
    static Optional<DeviceCertificate> of(MqttEndpoint endpoint) {
        if (!endpoint.isSsl()) {
            return Optional.empty();
        }
        try {
            Certificate[] shown = endpoint.sslSession().getPeerCertificates();
            if (shown.length > 0 && shown[0] instanceof X509Certificate certificate) {
                certificate.checkValidity();
                return Optional.of(
                        new DeviceCertificate(
                                DeviceCertificate.fingerprint(certificate.getEncoded()),
                                certificate.getNotAfter().toInstant()));
            }
            return Optional.empty();
        } catch (SSLPeerUnverifiedException | CertificateException e) {
            return Optional.empty();
        }
    }
}
