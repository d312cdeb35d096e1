/// How a consumer behaves when a provider misbehaves, as measured on the link between them.
@NullMarked
package dev.concordat.model.profile;

import org.jspecify.annotations.NullMarked;
