package org.homeward.ingest.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/// A key with a certificate that it signed itself, made for one test by the JDK's own tool.
final class TestKey {
    private static final String ALIAS = "key";
    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final KeyStore store;

    private TestKey(Path folder, KeyStore store) {
        this.folder = folder;
        this.store = store;
    }

    static TestKey made(Path folder, String name)
            throws IOException, InterruptedException, GeneralSecurityException {
        return made(folder, name, "-validity 90");
    }

    /// A key whose certificate ends soon.
    static TestKey endingIn(Path folder, String name, Duration left)
            throws IOException, InterruptedException, GeneralSecurityException {
        long passed = Duration.ofDays(1).minus(left).toSeconds();
        return made(folder, name, "-validity 1 -startdate -" + passed + "S");
    }

    private static TestKey made(Path folder, String name, String validity)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve(name + ".p12");
        keytool(
                "-genkeypair -alias key -keyalg EC -storetype PKCS12 -storepass " + PASSWORD,
                "-dname CN=" + name + " " + validity + " -keystore " + file);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new TestKey(Files.createDirectory(folder.resolve(name)), store);
    }

    private static void keytool(String what, String where)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(what.split(" ", 0)));
        command.addAll(List.of(where.split(" ", 0)));
        Process tool =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (tool.waitFor() != 0) {
            throw new IOException("keytool made no key");
        }
    }

    private static String pem(String what, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    /// When its certificate ends.
    Instant notAfter() throws GeneralSecurityException {
        return ((X509Certificate) store.getCertificate(ALIAS)).getNotAfter().toInstant();
    }

    String certificate() throws GeneralSecurityException {
        return pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
    }

    Path certificateFile() throws GeneralSecurityException, IOException {
        return Files.writeString(folder.resolve("tls.crt"), certificate());
    }

    Path keyFile() throws GeneralSecurityException, IOException {
        byte[] key = store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
        return Files.writeString(folder.resolve("tls.key"), pem("PRIVATE KEY", key));
    }

    KeyManagerFactory shown() throws GeneralSecurityException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        return keys;
    }

    TrustManagerFactory trusted() throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        return trust;
    }
}
