using ServerlessPatterns.Handlers.Crud.Tests.Support;

// One emulator for all tests.
[assembly: AssemblyFixture(typeof(EmulatorFixture))]
