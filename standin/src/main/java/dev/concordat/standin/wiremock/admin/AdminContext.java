package dev.concordat.standin.wiremock.admin;

import dev.concordat.contracts.stub.StubContract;
import dev.concordat.standin.wiremock.space.Spaces;
import dev.concordat.standin.wiremock.store.Mapping;
import dev.concordat.standin.wiremock.store.MappingCompiler;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the administration works on.
///
/// @param beginning the stubs that the server was started with
/// @param folder the `mappings` folder, where stubs are saved
/// @param objections why a contract forbids a stub; none where it does not
/// @param shutdown ends the server
public record AdminContext(
    Spaces spaces,
    MappingCompiler compiler,
    Supplier<List<Mapping>> beginning,
    Optional<Path> folder,
    Function<StubContract, List<String>> objections,
    Runnable shutdown,
    Instant startedAt) {}
