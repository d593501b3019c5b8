from conftest_matching import find  # noqa: F401
