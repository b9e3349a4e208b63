package org.homeward.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A page of the dashboard opened by its address reaches the gateway only if the ingress routes it.
class DashboardTest {
    /// A route of the first level: further segments are within its prefix.
    private static final Pattern ROUTE =
            Pattern.compile("^ {8}<Route path=\"/?([a-z-]+)", Pattern.MULTILINE);

    private static final Pattern ICON = Pattern.compile("rel=\"icon\" href=\"([^\"]+)\"");

    @Test
    void everyPageCanBeOpenedByItsAddress() {
        String router =
                Repository.text(
                        Repository.ROOT.resolve("gateway/src/main/webui/src/app/Router.tsx"));
        List<String> pages = new ArrayList<>(List.of("/"));
        ROUTE.matcher(router).results().forEach(one -> pages.add("/" + one.group(1)));
        String index =
                Repository.text(Repository.ROOT.resolve("gateway/src/main/webui/index.html"));
        ICON.matcher(index).results().forEach(one -> pages.add(one.group(1)));
        assertThat(pages).contains("/worklist").hasSizeGreaterThan(6);
        var paths =
                Size.STANDARD
                        .of(Ingress.class, "gateway")
                        .getSpec()
                        .getRules()
                        .getFirst()
                        .getHttp()
                        .getPaths();
        assertThat(pages)
                .allMatch(page -> paths.stream().anyMatch(path -> EdgesTest.covers(path, page)));
    }
}
