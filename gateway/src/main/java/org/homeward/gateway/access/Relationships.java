package org.homeward.gateway.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.gateway.role.Reach;
import org.homeward.gateway.role.Relationship;
import org.homeward.gateway.role.Scope;

/// Reads the projection of `care-teams` and `teams`. Fails when the database cannot answer within
/// its deadline, and then nothing is granted.
@ApplicationScoped
public class Relationships {
    /// Rows of `patient_row p` that the caller reaches; $1 subject, $2 any, $3 team, $4 kinds.
    public static final String REACHED =
            """
            ($2 or ($3 and p.lead_team_id in (select m.team_id from team_member m where m.subject = $1))
              or p.patient_id in (select r.patient_id from patient_relation r
                  where r.subject = $1 and r.kind = any($4)
                    and (r.valid_from is null or r.valid_from <= now())
                    and (r.valid_until is null or r.valid_until > now())))""";

    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final String BETWEEN =
            """
            select exists (select 1 from patient_row p join team_member m on m.team_id = p.lead_team_id
                           where p.patient_id = $2 and m.subject = $1) as team,
                   array(select r.kind from patient_relation r
                         where r.patient_id = $2 and r.subject = $1
                           and (r.valid_from is null or r.valid_from <= now())
                           and (r.valid_until is null or r.valid_until > now())) as kinds""";

    private final Pool pool;

    @Inject
    Relationships(Pool pool) {
        this.pool = pool;
    }

    /// What ties the subject to the patient now; [Relationship#NONE] for an unknown patient.
    Uni<Relationship> between(String subject, UUID patientId) {
        return pool.preparedQuery(BETWEEN)
                .execute(Tuple.of(subject, patientId))
                .map(rows -> relationship(rows.iterator().next()))
                .ifNoItem()
                .after(DEADLINE)
                .fail();
    }

    private static Relationship relationship(Row row) {
        Set<String> kinds = new HashSet<>(Arrays.asList(row.getArrayOfStrings("kinds")));
        if (row.getBoolean("team")) {
            kinds.add(Scope.TEAM.ground());
        }
        return new Relationship(kinds);
    }

    /// The ids of all patients within reach.
    Uni<List<UUID>> visible(String subject, Reach reach) {
        return pool.preparedQuery("select p.patient_id from patient_row p where " + REACHED)
                .execute(parameters(subject, reach))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getUUID("patient_id"))
                                        .toList())
                .ifNoItem()
                .after(DEADLINE)
                .fail();
    }

    /// The first four parameters of a query over [#REACHED].
    public static Tuple parameters(String subject, Reach reach) {
        return Tuple.of(subject, reach.any(), reach.team(), reach.kinds().toArray(String[]::new));
    }
}
