/// JSONPath in the dialect that WireMock's stubs are written in (github.com/json-path/JsonPath), over JSON values.
@NullMarked
package dev.concordat.standin.wiremock.path;

import org.jspecify.annotations.NullMarked;
