package org.homeward.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.gateway.planted.AbandonedResource;
import org.homeward.gateway.planted.UnguardedResource;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Test;

class EveryRouteAsksTest {
    /// Signing in and out, and what FHIR asks of everybody.
    private static final Set<String> OPEN =
            Set.of("SessionResource.login", "SessionResource.logout", "MetadataResource.metadata");

    private static Stream<JavaMethod> routes(JavaClasses classes) {
        return classes.stream()
                .filter(type -> !type.isInterface() && type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class));
    }

    private static List<String> unguarded(JavaClasses classes) {
        return routes(classes)
                .filter(method -> !method.isAnnotatedWith(Requires.class))
                .map(m -> m.getOwner().getSimpleName() + "." + m.getName())
                .filter(name -> !OPEN.contains(name))
                .toList();
    }

    @Test
    void everyRouteNamesItsPermission() {
        JavaClasses ours =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.homeward.gateway");
        assertThat(routes(ours)).hasSizeGreaterThan(30);
        assertThat(unguarded(ours)).isEmpty();
    }

    @Test
    void nothingIsOpenButWhatIsListed() {
        JavaClasses ours =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.homeward.gateway");
        List<String> open =
                routes(ours)
                        .filter(method -> method.isAnnotatedWith(PermitAll.class))
                        .map(m -> m.getOwner().getSimpleName() + "." + m.getName())
                        .toList();
        assertThat(OPEN).containsAll(open);
    }

    /// Changes that the platform gives up when the connection closes before the answer.
    private static List<String> abandoned(JavaClasses classes) {
        return routes(classes)
                .filter(method -> !method.isAnnotatedWith(GET.class))
                .filter(method -> !isKept(method.getOwner()))
                .map(m -> m.getOwner().getSimpleName() + "." + m.getName())
                .filter(name -> !OPEN.contains(name))
                .toList();
    }

    private static boolean isKept(JavaClass resource) {
        return resource.tryGetAnnotationOfType(Cancellable.class)
                .filter(cancellable -> !cancellable.value())
                .isPresent();
    }

    @Test
    void noChangeIsGivenUpWhenItsSenderLeaves() {
        JavaClasses ours =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.homeward.gateway");
        assertThat(abandoned(ours)).isEmpty();
    }

    @Test
    void aChangeThatWouldBeGivenUpIsFound() {
        assertThat(abandoned(new ClassFileImporter().importClasses(AbandonedResource.class)))
                .containsExactly("AbandonedResource.change");
    }

    @Test
    void aForgottenPermissionIsFound() {
        assertThat(unguarded(new ClassFileImporter().importClasses(UnguardedResource.class)))
                .containsExactly("UnguardedResource.open");
    }
}
