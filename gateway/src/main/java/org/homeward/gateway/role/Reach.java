package org.homeward.gateway.role;

import java.util.ArrayList;
import java.util.List;

/// A permission's scopes over all roles of a caller, as the queries over many patients take them.
///
/// @param kinds the kinds of relation that grant it
public record Reach(boolean any, boolean team, List<String> kinds) {
    public Reach {
        kinds = List.copyOf(kinds);
    }

    public static Reach of(Caller caller, Permission permission) {
        boolean any = false;
        boolean team = false;
        List<String> kinds = new ArrayList<>();
        for (Role role : caller.roles()) {
            Scope scope = AccessTable.scope(permission, role).orElse(null);
            switch (scope) {
                case null -> {}
                case ANY -> any = true;
                case TEAM -> team = true;
                case SELF, DELEGATED, SHARED -> kinds.add(scope.ground());
            }
        }
        return new Reach(any, team, kinds);
    }
}
