package org.homeward.followup.db.file;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.homeward.followup.Page;
import org.homeward.followup.file.DataKey;
import org.homeward.followup.file.IdentityVault;
import org.homeward.followup.file.PatientIndex;
import org.homeward.followup.file.PatientSearch;
import org.homeward.followup.file.Placement;
import org.homeward.followup.patient.Identifier;
import org.homeward.followup.patient.NameKey;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.patient.PatientId;
import org.jspecify.annotations.Nullable;

/// Finds by keyed hashes, and among a given few by their opened names. Names are opened for sorting
/// and matching only and live no longer than the request.
@ApplicationScoped
class PgPatientIndex implements PanacheRepositoryBase<PatientEntity, UUID>, PatientIndex {
    /// What sorts and matches a patient.
    private record Named(UUID id, String family, String all) {}

    private static final Comparator<Named> BY_NAME =
            Comparator.comparing(Named::family).thenComparing(Named::all).thenComparing(Named::id);

    private final IdentityVault vault;

    @Inject
    PgPatientIndex(IdentityVault vault) {
        this.vault = vault;
    }

    @Override
    public Uni<List<PatientId>> withIdentifiers(List<Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<byte[]> indexes =
                identifiers.stream().map(i -> BlindIndexes.identifier(vault, i)).toList();
        return getSession()
                .chain(
                        s ->
                                s.createSelectionQuery(
                                                "select distinct i.patientId from"
                                                        + " PatientIdentifierEntity i"
                                                        + " where i.identifierIndex in (:indexes)",
                                                UUID.class)
                                        .setParameter("indexes", indexes)
                                        .getResultList())
                .map(ids -> ids.stream().map(PatientId::new).toList());
    }

    @Override
    public Uni<Optional<Placement>> placement(PatientId id) {
        return getSession()
                .chain(
                        s ->
                                s.createSelectionQuery(
                                                "select p.teamId, c.timeZone from PatientEntity p"
                                                        + " join CarePlanEntity c on c.patientId ="
                                                        + " p.id where p.id = :id",
                                                Object[].class)
                                        .setParameter("id", id.value())
                                        .getSingleResultOrNull())
                .map(
                        row ->
                                Optional.ofNullable(row)
                                        .map(
                                                r ->
                                                        new Placement(
                                                                (UUID) r[0],
                                                                ZoneId.of((String) r[1]))));
    }

    @Override
    public Uni<Page<Patient>> search(PatientSearch search) {
        List<PatientId> among = search.among();
        if (among != null && among.isEmpty()) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        String query = search.query();
        if (query == null || query.isBlank()) {
            return names(among).chain(names -> page(names, search));
        }
        return hits(query, among)
                .chain(
                        hits ->
                                hits.isEmpty()
                                        ? names(among).map(all -> containing(all, query))
                                        : names(hits))
                .chain(names -> page(names, search));
    }

    private Uni<List<PatientId>> hits(String query, @Nullable List<PatientId> among) {
        Set<PatientId> allowed = among == null ? Set.of() : new HashSet<>(among);
        return getSession()
                .chain(
                        s ->
                                s.createSelectionQuery(
                                                "select p.id from PatientEntity p where"
                                                        + " p.familyIndex = :family or p.id in (select"
                                                        + " i.patientId from PatientIdentifierEntity i"
                                                        + " where i.valueIndex = :value)",
                                                UUID.class)
                                        .setParameter("family", BlindIndexes.family(vault, query))
                                        .setParameter("value", BlindIndexes.value(vault, query))
                                        .getResultList())
                .map(
                        ids ->
                                ids.stream()
                                        .map(PatientId::new)
                                        .filter(id -> among == null || allowed.contains(id))
                                        .toList());
    }

    private static List<Named> containing(List<Named> names, String query) {
        String key = NameKey.of(query);
        return names.stream().filter(n -> n.all().contains(key)).toList();
    }

    private Uni<List<Named>> names(@Nullable List<PatientId> among) {
        String base = "select p.id, p.dataKey, p.family, p.given from PatientEntity p";
        return getSession()
                .chain(s -> among == null ? all(s, base) : some(s, base, among))
                .map(rows -> rows.stream().map(this::named).sorted(BY_NAME).toList());
    }

    private static Uni<List<Object[]>> all(Mutiny.Session session, String base) {
        return session.createSelectionQuery(base, Object[].class).getResultList();
    }

    private static Uni<List<Object[]>> some(
            Mutiny.Session session, String base, List<PatientId> among) {
        return session.createSelectionQuery(base + " where p.id in (:ids)", Object[].class)
                .setParameter("ids", among.stream().map(PatientId::value).toList())
                .getResultList();
    }

    private Named named(Object[] row) {
        UUID id = (UUID) row[0];
        DataKey key = vault.unwrap(new PatientId(id), (byte[]) row[1]);
        String family = NameKey.of(key.open("family", (byte[]) row[2]));
        String given = String.join(" ", SealedIdentity.givenNames(key, (byte[]) row[3]));
        return new Named(id, family, family + " " + NameKey.of(given));
    }

    private Uni<Page<Patient>> page(List<Named> names, PatientSearch search) {
        PatientId after = search.after();
        List<UUID> ids = names.stream().map(Named::id).toList();
        int from = after == null ? 0 : ids.indexOf(after.value()) + 1;
        int to = Math.min(ids.size(), from + search.limit());
        List<UUID> wanted = ids.subList(from, to);
        String next = to < ids.size() ? wanted.getLast().toString() : null;
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        return list("id in ?1", wanted).map(found -> new Page<>(ordered(found, wanted), next));
    }

    private List<Patient> ordered(List<PatientEntity> found, List<UUID> wanted) {
        Map<UUID, PatientEntity> byId = found.stream().collect(Collectors.toMap(e -> e.id, e -> e));
        return wanted.stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .map(e -> e.toDomain(vault))
                .toList();
    }
}
