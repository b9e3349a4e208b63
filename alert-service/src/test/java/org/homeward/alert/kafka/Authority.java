package org.homeward.alert.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A certificate authority made by the JDK's keytool, in a key store of its own.
final class Authority {
    private static final String PASSWORD = "changeit";
    private static final String CA = "ca";

    private final Path store;

    private Authority(Path store) {
        this.store = store;
    }

    /// Who somebody is: private key and certificate, as PEM.
    record Identity(String key, String certificate) {}

    static Authority in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path store = folder.resolve("authority.p12");
        Files.deleteIfExists(store);
        Authority authority = new Authority(store);
        authority.generate(CA, "-ext", "bc:c");
        return authority;
    }

    /// The certificate that those who trust this authority have.
    String certificate() throws IOException, GeneralSecurityException {
        return pem("CERTIFICATE", open().getCertificate(CA).getEncoded());
    }

    /// For a server or a client on this machine.
    Identity issue(String name) throws IOException, InterruptedException, GeneralSecurityException {
        generate(name, "-signer", CA, "-ext", "san=ip:127.0.0.1");
        KeyStore opened = open();
        return new Identity(
                pem("PRIVATE KEY", opened.getKey(name, PASSWORD.toCharArray()).getEncoded()),
                pem("CERTIFICATE", opened.getCertificate(name).getEncoded()));
    }

    private void generate(String name, String... more) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                name,
                                "-dname",
                                "CN=" + name,
                                "-keyalg",
                                "EC",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }

    private KeyStore open() throws IOException, GeneralSecurityException {
        KeyStore opened = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            opened.load(in, PASSWORD.toCharArray());
        }
        return opened;
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %s-----%n%s%n-----END %1$s-----%n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(content));
    }
}
