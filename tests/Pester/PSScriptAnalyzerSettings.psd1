@{
    ExcludeRules = @(
        # A variable of one block of Pester is used in others, which the rule does not see.
        'PSUseDeclaredVarsMoreThanAssignments'
        # The secrets of tests are planted.
        'PSAvoidUsingConvertToSecureStringWithPlainText'
    )
}
