namespace Architecture.Tests.Scenarios;

public sealed class ScenarioTests
{
    private static readonly ScenarioBook Book = ScenarioBook.Read();

    [Fact]
    public void Every_scenario_has_a_test_or_a_line_that_says_why_not() => Finding.None(
        Book.Known.Except(Book.Tested).Except(Book.Replaced.Select(row => row.Id)).Except(Book.Coming)
            .Select(id => $"{id}: no test carries its trait, and {ScenarioBook.NotTaken} does not name it"));

    [Fact]
    public void A_scenario_that_goes_another_way_is_shown_by_a_test_that_exists() => Finding.None(
        Book.Replaced.Where(row => !Book.Tests.Contains(row.Test)).Select(row => $"{row.Id}: there is no test {row.Test}"));

    [Fact]
    public void Only_known_scenarios_are_named() => Finding.None(
        Book.Tested.Concat(Book.Replaced.Select(row => row.Id)).Concat(Book.Coming).Except(Book.Known)
            .Select(id => $"{id}: {ScenarioBook.List} does not have it"));

    [Fact]
    public void A_scenario_of_a_part_to_come_has_no_test_and_no_other_line() => Finding.None(
        Book.Coming.Where(id => Book.Tested.Contains(id) || Book.Replaced.Any(row => row.Id == id)).Select(id => $"{id}: is taken already"));

    [Fact]
    public void A_scenario_stands_once_in_a_list() => Finding.None(
        new[] { Book.Known, Book.Replaced.Select(row => row.Id), Book.Coming }
            .SelectMany(list => list.CountBy(id => id)).Where(entry => entry.Value > 1).Select(entry => $"{entry.Key}: {entry.Value} times"));
}
