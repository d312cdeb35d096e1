/// Responses that are templates (Handlebars).
@NullMarked
package dev.concordat.standin.wiremock.template;

import org.jspecify.annotations.NullMarked;
