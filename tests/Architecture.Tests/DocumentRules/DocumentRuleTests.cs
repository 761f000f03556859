namespace Architecture.Tests.DocumentRules;

public sealed class DocumentRuleTests
{
    private static readonly DocumentRuleBook Book = DocumentRuleBook.Read();

    [Fact]
    public void Every_rule_has_a_test_or_a_line_that_says_why_not() => Finding.None(
        Book.Known.Where(id => !(DocumentRuleBook.IsError(id) ? Book.Errors : Book.Quirks).Contains(id))
            .Except(Book.Replaced.Select(row => row.Id))
            .Select(id => $"{id}: no test carries its trait, and {DocumentRuleBook.NotTaken} does not name it"));

    [Fact]
    public void A_rule_that_cannot_occur_says_why_and_is_shown_by_a_test_that_exists() => Finding.None(
        Book.Replaced.Where(row => row.Reason.Length == 0 || !Book.Tests.Contains(row.Test))
            .Select(row => $"{row.Id}: it gives no reason, or there is no test {row.Test}"));

    [Fact]
    public void Only_known_rules_are_named() => Finding.None(
        Book.Errors.Concat(Book.Quirks).Concat(Book.Replaced.Select(row => row.Id)).Except(Book.Known)
            .Select(id => $"{id}: {DocumentRuleBook.List} does not have it"));

    [Fact]
    public void A_rule_that_cannot_occur_has_no_test_that_shows_it() => Finding.None(
        Book.Replaced.Where(row => Book.Errors.Contains(row.Id) || Book.Quirks.Contains(row.Id)).Select(row => $"{row.Id}: is shown by a test"));

    [Fact]
    public void A_rule_stands_once_in_a_list() => Finding.None(
        new[] { Book.Known, Book.Replaced.Select(row => row.Id) }
            .SelectMany(list => list.CountBy(id => id)).Where(entry => entry.Value > 1).Select(entry => $"{entry.Key}: {entry.Value} times"));
}
