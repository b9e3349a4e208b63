package org.homeward.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What every pod must be, whatever the size.
class PolicyTest {
    static Stream<Arguments> deployments() {
        return Stream.of(Size.values())
                .flatMap(
                        size ->
                                size.all(Deployment.class).stream()
                                        .map(one -> Arguments.of(size, one)));
    }

    private static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static Container container(Deployment deployment) {
        return pod(deployment).getContainers().getFirst();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aPodMeetsTheRestrictedStandard(Size size, Deployment deployment) {
        var pod = pod(deployment).getSecurityContext();
        var own = container(deployment).getSecurityContext();
        assertThat(pod.getRunAsNonRoot()).isTrue();
        assertThat(pod.getRunAsUser()).isGreaterThan(0);
        assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(own.getAllowPrivilegeEscalation()).isFalse();
        assertThat(own.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(own.getCapabilities().getAdd()).isEmpty();
        assertThat(own.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod(deployment).getHostNetwork()).isNull();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theRootIsReadOnlyAndTmpIsBounded(Size size, Deployment deployment) {
        assertThat(container(deployment).getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(pod(deployment).getVolumes())
                .filteredOn(volume -> volume.getEmptyDir() != null)
                .singleElement()
                .satisfies(v -> assertThat(v.getEmptyDir().getSizeLimit()).isNotNull());
        assertThat(container(deployment).getVolumeMounts())
                .anyMatch(mount -> mount.getMountPath().equals("/tmp"));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aPodHasNoTokenOfTheCluster(Size size, Deployment deployment) {
        assertThat(pod(deployment).getAutomountServiceAccountToken()).isFalse();
        assertThat(size.all(ServiceAccount.class))
                .filteredOn(
                        one ->
                                one.getMetadata()
                                        .getName()
                                        .equals(pod(deployment).getServiceAccountName()))
                .singleElement()
                .satisfies(one -> assertThat(one.getAutomountServiceAccountToken()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void anImageIsNamedByItsDigest(Size size, Deployment deployment) {
        assertThat(container(deployment).getImage()).matches("[^@ ]+/[^@: ]+@sha256:[0-9a-f]{64}");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void requestsAndLimitsAreSetAndTheRequestFitsTheLimit(Size size, Deployment deployment) {
        var resources = container(deployment).getResources();
        for (String resource : List.of("cpu", "memory")) {
            assertThat(amount(resources.getRequests(), resource))
                    .isPositive()
                    .isLessThanOrEqualTo(amount(resources.getLimits(), resource));
        }
    }

    private static BigDecimal amount(Map<String, Quantity> of, String resource) {
        return of.getOrDefault(resource, new Quantity("0")).getNumericalAmount();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void probesAskTheServicesOwnPort(Size size, Deployment deployment) {
        Container container = container(deployment);
        probe(container, container.getStartupProbe(), "/q/health/started");
        probe(container, container.getLivenessProbe(), "/q/health/live");
        probe(container, container.getReadinessProbe(), "/q/health/ready");
    }

    private static void probe(Container container, Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(container.getPorts())
                .extracting(ContainerPort::getName)
                .contains(probe.getHttpGet().getPort().getStrVal());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aPodIsGivenTheTimeToFinish(Size size, Deployment deployment) {
        String folder = container(deployment).getName();
        String shutdown =
                Repository.settings(folder).getProperty("quarkus.shutdown.timeout", "10S");
        long needed =
                container(deployment).getLifecycle().getPreStop().getSleep().getSeconds()
                        + Duration.parse("PT" + shutdown).toSeconds();
        assertThat(pod(deployment).getTerminationGracePeriodSeconds()).isGreaterThan(needed);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void whatIsSecretIsNamedAndNeverWritten(Size size, Deployment deployment) {
        assertThat(container(deployment).getEnv())
                .filteredOn(PolicyTest::isSecret)
                .isNotEmpty()
                .allSatisfy(
                        env -> {
                            assertThat(env.getValue()).isNull();
                            assertThat(env.getValueFrom().getSecretKeyRef()).isNotNull();
                        });
        assertThat(size.documents()).noneMatch(one -> Kinds.of(one).equals("v1/Secret"));
    }

    private static boolean isSecret(EnvVar env) {
        return env.getName().matches(".*(PASSWORD|_SECRET|KEYSTORE_KEY)$");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aDrainTakesOneReplicaAtATime(Size size, Deployment deployment) {
        String name = deployment.getMetadata().getName();
        assertThat(size.all(PodDisruptionBudget.class))
                .filteredOn(one -> one.getMetadata().getName().equals(name))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
                            assertThat(one.getSpec().getSelector())
                                    .isEqualTo(deployment.getSpec().getSelector());
                        });
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void replicasAreSpreadOverNodesAndZones(Size size, Deployment deployment) {
        assertThat(pod(deployment).getTopologySpreadConstraints())
                .extracting(one -> one.getTopologyKey())
                .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsScaledByLoadHasNoReplicasOfItsOwn(Size size) {
        for (var scaler : size.all(HorizontalPodAutoscaler.class)) {
            String target = scaler.getSpec().getScaleTargetRef().getName();
            assertThat(size.all(Deployment.class))
                    .filteredOn(one -> one.getMetadata().getName().equals(target))
                    .singleElement()
                    .satisfies(one -> assertThat(one.getSpec().getReplicas()).isNull());
            assertThat(scaler.getSpec().getMinReplicas())
                    .isLessThanOrEqualTo(scaler.getSpec().getMaxReplicas());
        }
        assertThat(size.all(HorizontalPodAutoscaler.class)).hasSize(size == Size.MINIMAL ? 0 : 2);
    }
}
