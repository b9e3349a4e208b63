package org.homeward.alert.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list; `next` is absent at the end.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListView<T>(List<T> items, @Nullable String next) {}
