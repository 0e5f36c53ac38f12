using Examples.Tests.Support;

// One emulator for all tests.
[assembly: AssemblyFixture(typeof(EmulatorFixture))]
