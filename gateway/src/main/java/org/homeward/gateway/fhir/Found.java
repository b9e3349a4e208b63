package org.homeward.gateway.fhir;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.fhir.search.SearchQuery;
import org.homeward.gateway.role.AccessDecision.Granted;
import org.homeward.gateway.role.Caller;
import org.homeward.gateway.role.Permission;
import org.homeward.kit.problem.Problem;

/// Things asked for by id: an unknown one and one of a patient out of scope are left out alike.
@ApplicationScoped
public class Found {
    private static final int MOST = 50;

    private final Access access;
    private final CurrentAccess current;

    @Inject
    Found(Access access, CurrentAccess current) {
        this.access = access;
        this.current = current;
    }

    /// @param ids as many as are answered in one go
    /// @throws Problem 400 for more
    <K, V> Uni<List<V>> each(List<K> ids, Function<K, Uni<V>> fetch) {
        if (ids.size() > MOST) {
            throw SearchQuery.refused("_id", "may name " + MOST + " ids");
        }
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> known(fetch.apply(id)))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private static <V> Uni<Optional<V>> known(Uni<V> fetched) {
        return fetched.map(Optional::of)
                .onFailure(e -> e instanceof Problem problem && problem.status() == 404)
                .recoverWithItem(Optional.empty());
    }

    /// Those whose patient is within the caller's reach.
    <V> Uni<List<V>> within(Permission permission, List<V> found, Function<V, UUID> patient) {
        Caller caller = current.caller();
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(
                        one ->
                                access.decide(caller, permission, patient.apply(one))
                                        .map(
                                                decision ->
                                                        decision instanceof Granted
                                                                ? Optional.of(one)
                                                                : Optional.<V>empty()))
                .collect()
                .asList()
                .map(list -> list.stream().flatMap(Optional::stream).toList());
    }
}
