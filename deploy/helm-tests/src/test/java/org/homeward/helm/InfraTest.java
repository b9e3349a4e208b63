package org.homeward.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InfraTest {
    private static final List<String> SAME_IN_EVERY_REALM =
            List.of(
                    "protocol",
                    "publicClient",
                    "clientAuthenticatorType",
                    "standardFlowEnabled",
                    "implicitFlowEnabled",
                    "directAccessGrantsEnabled",
                    "serviceAccountsEnabled",
                    "fullScopeAllowed",
                    "defaultClientScopes",
                    "secret",
                    "protocolMappers");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void everyPropertyIsOneThatItsKindHas(Overlay overlay) {
        assertThat(overlay.documents()).hasSizeGreaterThan(20);
        assertThat(overlay.documents()).flatExtracting(Kinds::leftOver).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyResourceIsInTheOneNamespace(Overlay overlay) {
        assertThat(overlay.documents())
                .filteredOn(one -> !one.path("kind").asText().equals("Namespace"))
                .allMatch(one -> one.at("/metadata/namespace").asText().equals("homeward"));
        assertThat(overlay.one("Namespace").at("/metadata/labels").properties())
                .anyMatch(
                        label ->
                                label.getKey().equals("pod-security.kubernetes.io/enforce")
                                        && label.getValue().asText().equals("restricted"));
    }

    @ParameterizedTest
    @EnumSource
    void noManifestHoldsASecret(Overlay overlay) {
        assertThat(overlay.documents()).noneMatch(one -> Kinds.of(one).equals("v1/Secret"));
        assertThat(overlay.one("KeycloakRealmImport").findValuesAsText("secret"))
                .allMatch(value -> value.isEmpty() || value.matches("\\$\\{[A-Z_]+}"));
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceHasARoleAndASchemaOfItsOwn(Overlay overlay) {
        JsonNode cluster = overlay.one("Cluster");
        Set<String> sql = new TreeSet<>();
        cluster.at("/spec/bootstrap/initdb/postInitApplicationSQL")
                .forEach(statement -> sql.add(statement.asText()));
        for (String role : Repository.SERVICES.keySet()) {
            assertThat(sql)
                    .contains(
                            "CREATE ROLE " + role + " LOGIN",
                            "CREATE SCHEMA " + role + " AUTHORIZATION " + role);
            assertThat(cluster.at("/spec/managed/roles"))
                    .filteredOn(one -> one.path("name").asText().equals(role))
                    .singleElement()
                    .satisfies(
                            one -> {
                                assertThat(one.path("superuser").asBoolean()).isFalse();
                                assertThat(databaseSecret(role))
                                        .isEqualTo(one.at("/passwordSecret/name").asText());
                            });
        }
    }

    private static String databaseSecret(String key) {
        return Size.STANDARD
                .of(Deployment.class, Repository.SERVICES.getOrDefault(key, ""))
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getEnv()
                .stream()
                .filter(env -> env.getName().equals("HOMEWARD_DB_PASSWORD"))
                .map(EnvVar::getValueFrom)
                .map(from -> from.getSecretKeyRef().getName())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void postgresNeverForgetsACommit(Overlay overlay) {
        JsonNode parameters = overlay.one("Cluster").at("/spec/postgresql/parameters");
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            assertThat(parameters.path(setting).asText()).isEqualTo("on");
        }
    }

    @Test
    void theRealmHasTheRolesAndClientsOfTheLocalOneButNeitherItsUsersNorDirectGrants()
            throws IOException {
        JsonNode local =
                Yaml.documents(
                                Repository.text(
                                        Repository.ROOT.resolve(
                                                "deploy/keycloak/realm/homeward-realm.json")))
                        .getFirst();
        JsonNode realm = Overlay.PRODUCTION.one("KeycloakRealmImport").at("/spec/realm");
        assertThat(names(realm.at("/roles/realm"), "name"))
                .isEqualTo(names(local.at("/roles/realm"), "name"));
        assertThat(realm.has("users")).isFalse();
        Set<String> clients = names(local.path("clients"), "clientId");
        clients.remove("homeward-cli");
        assertThat(names(realm.path("clients"), "clientId")).isEqualTo(clients);
        for (String client : clients) {
            for (String field : SAME_IN_EVERY_REALM) {
                assertThat(client(realm, client).path(field))
                        .as(client + "." + field)
                        .isEqualTo(client(local, client).path(field));
            }
            String pkce = "/attributes/pkce.code.challenge.method";
            assertThat(client(realm, client).at(pkce)).isEqualTo(client(local, client).at(pkce));
        }
    }

    @Test
    void everyPlaceholderOfTheRealmHasItsSecret() {
        JsonNode spec = Overlay.PRODUCTION.one("KeycloakRealmImport").path("spec");
        Set<String> used = new TreeSet<>();
        spec.path("realm").findValuesAsText("secret").stream()
                .filter(value -> !value.isEmpty())
                .forEach(value -> used.add(value.substring(2, value.length() - 1)));
        Set<String> given = new TreeSet<>();
        spec.path("placeholders").fieldNames().forEachRemaining(given::add);
        assertThat(used).isNotEmpty().isEqualTo(given);
    }

    private static Set<String> names(JsonNode list, String field) {
        Set<String> names = new TreeSet<>();
        list.forEach(one -> names.add(one.path(field).asText()));
        return names;
    }

    private static JsonNode client(JsonNode realm, String id) {
        return StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(one -> one.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void productionIsBackedUpEveryNightAndContinuously() {
        assertThat(Overlay.PRODUCTION.one("ScheduledBackup").at("/spec/cluster/name").asText())
                .isEqualTo(Overlay.PRODUCTION.one("Cluster").at("/metadata/name").asText());
        assertThat(
                        Overlay.PRODUCTION
                                .one("Cluster")
                                .at("/spec/plugins/0/parameters/barmanObjectName")
                                .asText())
                .isEqualTo(Overlay.PRODUCTION.one("ObjectStore").at("/metadata/name").asText());
    }

    @Test
    void aPatchOfNothingAndAnUnknownFieldAreRefused() throws IOException {
        Files.writeString(
                folder.resolve("x.yaml"), "{apiVersion: v1, kind: X, metadata: {name: x}}");
        Path kustomization = folder.resolve("kustomization.yaml");
        Files.writeString(kustomization, "patches: [{path: x.yaml}]");
        assertThatThrownBy(() -> Overlay.build(folder)).hasMessageContaining("changes nothing");
        Files.writeString(kustomization, "namePrefix: x-");
        assertThatThrownBy(() -> Overlay.build(folder)).hasMessageContaining("namePrefix");
    }

    @Test
    void everyFileOfAFolderIsNamedByItsKustomization() throws IOException {
        for (Path kustomization : kustomizations()) {
            Set<String> named = new TreeSet<>(Set.of("kustomization.yaml"));
            JsonNode node = Yaml.read(kustomization);
            node.path("resources").forEach(one -> named.add(one.asText()));
            node.path("patches").forEach(one -> named.add(one.path("path").asText()));
            try (Stream<Path> files = Files.list(kustomization.resolveSibling("."))) {
                assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(named);
            }
        }
    }

    private static List<Path> kustomizations() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.INFRA)) {
            return files.filter(file -> file.endsWith("kustomization.yaml")).toList();
        }
    }
}
