package org.homeward.ingest.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.TokenHash;
import org.junit.jupiter.api.Test;

class LookupsTest {
    private final List<Statement> statements = new ArrayList<>();
    private final Lookups lookups = new Lookups(this::find);

    private record Statement(
            List<TokenHash> hashes, CompletableFuture<Map<TokenHash, Credential>> answer) {
        void answered() {
            Map<TokenHash, Credential> found = new HashMap<>();
            hashes.stream().filter(h -> h.a() >= 0).forEach(h -> found.put(h, valid(h)));
            answer.complete(found);
        }
    }

    private Uni<Map<TokenHash, Credential>> find(List<TokenHash> hashes) {
        Statement statement = new Statement(hashes, new CompletableFuture<>());
        statements.add(statement);
        return Uni.createFrom().completionStage(statement.answer());
    }

    private static Credential valid(TokenHash hash) {
        UUID id = new UUID(0, hash.a());
        return new Credential.Valid(id, id, null);
    }

    private static TokenHash hash(long n) {
        return new TokenHash(n, 0, 0, 0);
    }

    @Test
    void aHerdIsAskedForTogetherByTwoStatementsAtATime() {
        List<CompletableFuture<Credential>> herd =
                IntStream.range(0, 1200).mapToObj(i -> lookups.find(hash(i))).toList();
        assertThat(statements).hasSize(2);
        for (int i = 0; i < statements.size(); i++) {
            statements.get(i).answered();
        }
        assertThat(statements)
                .extracting(s -> s.hashes().size())
                .containsExactly(1, 1, 500, 500, 198);
        for (int i = 0; i < herd.size(); i++) {
            assertThat(herd.get(i).join()).isEqualTo(valid(hash(i)));
        }
    }

    @Test
    void whatIsNobodysIsSaidSo() {
        CompletableFuture<Credential> asked = lookups.find(hash(-1));
        statements.getFirst().answered();
        assertThat(asked.join()).isEqualTo(new Credential.Unknown());
    }

    @Test
    void whatFailsFailsAloneAndTheNextIsAsked() {
        CompletableFuture<Credential> first = lookups.find(hash(1));
        CompletableFuture<Credential> second = lookups.find(hash(2));
        CompletableFuture<Credential> third = lookups.find(hash(3));
        statements.getFirst().answer().completeExceptionally(new IllegalStateException("gone"));
        assertThatThrownBy(first::join).isInstanceOf(CompletionException.class);
        assertThat(statements).hasSize(3);
        statements.get(1).answered();
        statements.get(2).answered();
        assertThat(second.join()).isEqualTo(valid(hash(2)));
        assertThat(third.join()).isEqualTo(valid(hash(3)));
    }
}
