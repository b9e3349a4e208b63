package org.homeward.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.homeward.events.CodeTable;

/// The rules that every service's classes are held to. Each service tests them on its own classes
/// and shows with a planted violation that each can fail.
public final class HomewardRules {
    private static final Set<String> BANNED_SUFFIXES =
            Set.of("Impl", "Manager", "Helper", "Utils", "Util", "Dto", "Mapper");

    private HomewardRules() {}

    /// The pure ring reads the language, and of `events` the code table, ids and the era.
    ///
    /// @param service such as `ingest`
    /// @param pure the pure packages, such as `reading`
    public static ArchRule pureRingIsPure(String service, String... pure) {
        String[] packages = packages(service, pure);
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat(
                        new DescribedPredicate<>(
                                "are neither the language's, nor pure, nor the code table") {
                            @Override
                            public boolean test(JavaClass target) {
                                return !isAllowedInPure(target, packages);
                            }
                        })
                .allowEmptyShould(false)
                .as("the pure ring reads the language and the code table alone");
    }

    /// Time and ids are parameters of the pure ring.
    public static ArchRule pureRingTakesTimeAndIdsAsParameters(String service, String... pure) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages(service, pure))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callConstructor(Random.class)
                .as("time, ids and chance are parameters of the pure ring");
    }

    /// The inner rings (pure, use cases and ports, in whatever package) do not read the edges.
    ///
    /// @param edges the packages of technologies, each with what lies below it
    public static ArchRule innerRingsDoNotReadEdges(String service, String... edges) {
        String[] packages = below(packages(service, edges));
        return noClasses()
                .that()
                .resideInAPackage("org.homeward." + service + "..")
                .and()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .as("use cases and ports do not read the edges");
    }

    /// No two packages of a service read each other in a circle, the root and the packages below
    /// another included.
    public static ArchRule packagesFormNoCircle(String service) {
        return SlicesRuleDefinition.slices()
                .assignedFrom(new EachPackage("org.homeward." + service))
                .should()
                .beFreeOfCycles();
    }

    private record EachPackage(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.equals(root) || name.startsWith(root + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + root;
        }
    }

    /// Classes are named from the ward or from their technology.
    public static ArchRule namesSayWhatThingsAre(String service) {
        return noClasses()
                .that()
                .resideInAPackage("org.homeward." + service + "..")
                .should(
                        com.tngtech.archunit.lang.conditions.ArchConditions.be(
                                new DescribedPredicate<>("named by a hollow word") {
                                    @Override
                                    public boolean test(JavaClass type) {
                                        return BANNED_SUFFIXES.stream()
                                                        .anyMatch(type.getSimpleName()::endsWith)
                                                || type.getSimpleName().startsWith("Abstract");
                                    }
                                }));
    }

    /// Entities stay in `db`, package-private and without public fields.
    public static ArchRule entitiesStayInDb(String service) {
        return classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .resideInAPackage("org.homeward." + service + ".db..")
                .andShould()
                .notHaveModifier(JavaModifier.PUBLIC)
                .allowEmptyShould(true)
                .as("entities are package-private in db");
    }

    /// No public mutable fields anywhere.
    public static ArchRule noPublicMutableFields(String service) {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.homeward." + service + "..")
                .should()
                .bePublic()
                .andShould()
                .notBeFinal()
                .as("no public mutable fields");
    }

    private static boolean isAllowedInPure(JavaClass target, String... packages) {
        String name = target.getBaseComponentType().getPackageName();
        return name.isEmpty()
                || name.startsWith("java.")
                || name.startsWith("org.jspecify.")
                || name.startsWith("com.google.errorprone.annotations")
                || target.getName().startsWith(CodeTable.class.getName())
                || target.getName().startsWith("org.homeward.events.Code")
                || target.getName().equals("org.homeward.events.Uuids")
                || target.getName().equals("org.homeward.events.Era")
                || Set.of(packages).contains(name);
    }

    private static String[] packages(String service, String... names) {
        String[] packages = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            packages[i] = "org.homeward." + service + "." + names[i];
        }
        return packages;
    }

    private static String[] below(String... packages) {
        return Arrays.stream(packages).map(name -> name + "..").toArray(String[]::new);
    }
}
