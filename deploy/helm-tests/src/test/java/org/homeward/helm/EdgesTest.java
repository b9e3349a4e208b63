package org.homeward.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who may speak to whom, and on which port.
class EdgesTest {
    private static final Set<String> INNER =
            Set.of("ingest-service", "alert-service", "followup-service");

    @ParameterizedTest
    @EnumSource
    void portsAreTheServicesOwn(Size size) {
        for (String folder : Repository.SERVICES.values()) {
            int port =
                    Integer.parseInt(
                            Repository.settings(folder).getProperty("quarkus.http.port", "0"));
            assertThat(ports(size, folder)).containsEntry("http", port);
            assertThat(size.of(Service.class, folder).getSpec().getPorts())
                    .singleElement()
                    .satisfies(one -> assertThat(one.getPort()).isEqualTo(port));
        }
    }

    @ParameterizedTest
    @EnumSource
    void mqttIsOnThePortThatTheEdgeListensOn(Size size) {
        int port =
                Integer.parseInt(
                        Repository.settings("ingest-service")
                                .getProperty("homeward.ingest.mqtt-port", "0"));
        assertThat(ports(size, "ingest-service")).containsEntry("mqtt", port);
        assertThat(size.of(Service.class, "ingest-service-mqtt").getSpec().getPorts())
                .singleElement()
                .satisfies(one -> assertThat(one.getPort()).isEqualTo(port));
    }

    private static Map<String, Integer> ports(Size size, String folder) {
        return size
                .of(Deployment.class, folder)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getPorts()
                .stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAllowedUnlessAnEdgeSaysSo(Size size) {
        var deny = size.of(NetworkPolicy.class, "default-deny").getSpec();
        assertThat(deny.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(deny.getIngress()).isEmpty();
        assertThat(deny.getEgress()).isEmpty();
        Map<String, String> denied = deny.getPodSelector().getMatchLabels();
        assertThat(size.all(Deployment.class))
                .allSatisfy(
                        one ->
                                assertThat(one.getSpec().getTemplate().getMetadata().getLabels())
                                        .containsAllEntriesOf(denied));
    }

    @ParameterizedTest
    @EnumSource
    void everyEdgeNamesItsPeersAndPorts(Size size) {
        for (String folder : Repository.SERVICES.values()) {
            var spec = size.of(NetworkPolicy.class, folder).getSpec();
            assertThat(spec.getIngress())
                    .isNotEmpty()
                    .allMatch(rule -> !rule.getFrom().isEmpty() && !rule.getPorts().isEmpty());
            assertThat(spec.getEgress())
                    .isNotEmpty()
                    .allMatch(rule -> !rule.getTo().isEmpty() && !rule.getPorts().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheGatewayCallsTheServices(Size size) {
        for (String folder : Repository.SERVICES.values()) {
            Set<String> called =
                    pods(
                            size.of(NetworkPolicy.class, folder).getSpec().getEgress().stream()
                                    .flatMap(rule -> rule.getTo().stream()));
            assertThat(called).isEqualTo(folder.equals("gateway") ? INNER : Set.of());
            Set<String> callers =
                    pods(
                            size.of(NetworkPolicy.class, folder).getSpec().getIngress().stream()
                                    .flatMap(rule -> rule.getFrom().stream()));
            assertThat(callers).isEqualTo(INNER.contains(folder) ? Set.of("gateway") : Set.of());
        }
    }

    private static Set<String> pods(Stream<NetworkPolicyPeer> peers) {
        return peers.filter(peer -> peer.getPodSelector() != null)
                .map(peer -> peer.getPodSelector().getMatchLabels().get("app.kubernetes.io/name"))
                .filter(name -> name != null)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void theIngressRoutesTheTwoDoorsAndNeverHealthOrMetrics(Size size) {
        assertThat(size.all(Ingress.class))
                .extracting(one -> one.getMetadata().getName())
                .containsExactlyInAnyOrder("hw-gateway", "hw-ingest-service");
        for (Ingress ingress : size.all(Ingress.class)) {
            assertThat(ingress.getSpec().getTls()).isNotEmpty();
            assertThat(paths(ingress))
                    .noneMatch(path -> covers(path, "/q/health/live"))
                    .noneMatch(path -> covers(path, "/internal/v1/readings"))
                    .noneMatch(path -> path.getPathType().equals("ImplementationSpecific"));
        }
        assertThat(paths(size.of(Ingress.class, "gateway")))
                .anyMatch(path -> covers(path, "/api/v1/patients"))
                .anyMatch(path -> covers(path, "/fhir/R4/metadata"))
                .anyMatch(path -> covers(path, "/"));
        assertThat(paths(size.of(Ingress.class, "ingest-service")))
                .anyMatch(path -> covers(path, "/telemetry/v1/readings"))
                .anyMatch(path -> covers(path, "/fhir/R4/Observation"));
    }

    private static List<HTTPIngressPath> paths(Ingress ingress) {
        return ingress.getSpec().getRules().stream()
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .toList();
    }

    static boolean covers(HTTPIngressPath path, String url) {
        String prefix = path.getPath().endsWith("/") ? path.getPath() : path.getPath() + "/";
        return path.getPath().equals(url)
                || (path.getPathType().equals("Prefix") && url.startsWith(prefix));
    }
}
