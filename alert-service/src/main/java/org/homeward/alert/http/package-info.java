/// The internal REST routes (docs/internal-api.md): what comes in is a person's command or question
/// by way of the gateway, what leaves are views. Nothing is decided here.
@NullMarked
package org.homeward.alert.http;

import org.jspecify.annotations.NullMarked;
