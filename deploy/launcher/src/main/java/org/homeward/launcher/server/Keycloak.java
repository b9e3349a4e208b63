package org.homeward.launcher.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.launcher.Component;
import org.homeward.launcher.Ports;
import org.homeward.launcher.Secrets;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.process.Folders;
import org.homeward.launcher.process.Spec;

/// A Keycloak server with the realm as code. Its folder is a copy of the [KeycloakTemplate] (files
/// that are only read are hard links) with a database of its own. An import never updates a realm,
/// so a changed realm file, address or secret makes the folder anew.
public final class Keycloak implements Server {
    public static final String WEB_SECRET = "web-secret";
    public static final String SERVICE_SECRET = "service-secret";
    private static final String MARK = "homeward-realm.mark";

    private final StackConfig config;
    private final Path folder;
    private final Secrets secrets;

    public Keycloak(StackConfig config) {
        this.config = config;
        this.folder = config.data().resolve("keycloak");
        this.secrets = new Secrets(config.secrets());
    }

    @Override
    public void prepare() {
        try {
            String realm = realm();
            Path template = KeycloakTemplate.prepare(config.home());
            String mark = template.getFileName() + "\n" + realm;
            Path marked = folder.resolve(MARK);
            if (Files.exists(marked) && Files.readString(marked).equals(mark)) {
                return;
            }
            Folders.delete(folder);
            KeycloakTemplate.copy(template, folder);
            Path imports = Files.createDirectories(folder.resolve("data/import"));
            Files.writeString(imports.resolve("homeward-realm.json"), realm);
            Files.writeString(marked, mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String realm() throws IOException {
        String localhost = "http://localhost:" + config.ports().gateway();
        return Files.readString(config.home().realm())
                .replace("${HOMEWARD_GATEWAY_URL}", config.gatewayUrl())
                .replace("${HOMEWARD_GATEWAY_LOCALHOST_URL}", localhost)
                .replace("${HOMEWARD_WEB_SECRET}", secrets.get(WEB_SECRET))
                .replace("${HOMEWARD_GATEWAY_SECRET}", secrets.get(SERVICE_SECRET));
    }

    @Override
    public Spec spec() {
        List<String> command =
                command(folder, config.ports().keycloak(), config.ports().keycloakManagement());
        command.add("--import-realm");
        return new Spec(
                Component.KEYCLOAK.label(),
                command,
                environment(),
                folder,
                config.log(Component.KEYCLOAK));
    }

    static List<String> command(Path folder, int port, int managementPort) {
        return new ArrayList<>(
                List.of(
                        folder.resolve("bin/kc.sh").toString(),
                        "start",
                        "--optimized",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=" + Ports.HOST,
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort,
                        "--hostname=http://" + Ports.HOST + ":" + port,
                        "--log-level=INFO,io.smallrye.health:ERROR"));
    }

    static Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME",
                Jvm.home(),
                "JAVA_OPTS_KC_HEAP",
                "-Xms64m -Xmx320m",
                "JAVA_OPTS_APPEND",
                "-XX:-UseG1GC -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders"
                        + " -Djava.net.preferIPv4Stack=true");
    }

    @Override
    public boolean ready() {
        return Sockets.answers200(
                "http://"
                        + Ports.HOST
                        + ":"
                        + config.ports().keycloakManagement()
                        + "/health/ready");
    }
}
