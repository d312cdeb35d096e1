package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.Launch;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.Reach;
import dev.concordat.environment.setup.ReadyCheck;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A system as far as detection knows it; unlike a {@link dev.concordat.environment.setup.SystemSpec}, nobody may have
/// said how it starts.
///
/// @param scope the folder whose files belong to the system
/// @param folder the folder in which its process runs
public record Draft(
    String name,
    Path scope,
    Path folder,
    Owner owner,
    Optional<Launch> launch,
    ReadyCheck ready,
    List<Path> provides,
    List<Consumption> consumes,
    List<PartNeed> needs,
    List<Path> stubs,
    Map<String, String> variables,
    Reach reach,
    Place place) {}
