"""One typed object for all settings: arguments > environment > tidings.toml > defaults."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from pipeline.contract import UserError

Format = Literal["csv", "xlsx"]
FORMATS: tuple[Format, ...] = ("csv", "xlsx")


class SettingsError(UserError):
    """A setting that cannot be used; its text is one sentence that says what to do."""


class Settings(BaseSettings):
    """What a run can be told.

    Every field can be set in ``tidings.toml`` under its own name, and in the environment as ``TIDINGS_`` and its name
    in capitals (lists as JSON).
    """

    model_config = SettingsConfigDict(env_prefix="TIDINGS_", extra="forbid", frozen=True, validate_default=True)

    model: str = Field(
        "news",
        description="spaCy pipeline asked about names that the rules leave open: 'news' (ships), 'none', name or path.",
    )
    published: date | None = Field(None, description="Publication date of articles that give none themselves.")
    base_currency: str = Field("USD", description="ISO 4217 code that money is converted to.")
    rates: str | None = Field(
        None,
        description="CSV file of own exchange rates (date, currency, per_usd); the object holds its checked lines.",
    )
    taxonomy_only: bool = Field(False, description="Whether the sectors of the file 'taxonomy' are all there are.")
    taxonomy: str | None = Field(
        None,
        description="CSV file of own sectors (sector, label, parent, isic4, covers); the object holds its rows.",
    )
    lexicon: str | None = Field(
        None,
        description="CSV or TOML file of own parties (name, type, country, aliases, role); the object holds its rows.",
    )
    formats: tuple[Format, ...] = Field(FORMATS, min_length=1, description="File formats to write.")
    jobs: int = Field(1, ge=1, le=256, description="Worker processes.")
    vague_times: bool = Field(False, description="Also give PRESENT_REF, PAST_REF, FUTURE_REF and rate words as times.")
    fiscal_year_start: int | None = Field(None, ge=1, le=12, description="Month in which fiscal years start.")

    @field_validator("published", mode="before")
    @classmethod
    def _iso_day(cls, value: object) -> object:
        return date.fromisoformat(value) if isinstance(value, str) else value

    @field_validator("base_currency")
    @classmethod
    def _iso_4217(cls, value: str) -> str:
        from babel.numbers import list_currencies

        if value not in list_currencies():
            msg = "it is no ISO 4217 code"
            raise ValueError(msg)
        return value

    @field_validator("rates", mode="before")
    @classmethod
    def _checked_rates(cls, value: object) -> object:
        from pipeline.normalise.own_rates import rates_text

        return rates_text(value) if isinstance(value, str | Path) else value

    @field_validator("lexicon", mode="before")
    @classmethod
    def _checked_lexicon(cls, value: object) -> object:
        from pipeline.label.own_file import lexicon_text

        return lexicon_text(value) if isinstance(value, str | Path) else value

    @field_validator("taxonomy", mode="before")
    @classmethod
    def _checked_taxonomy(cls, value: object, info: ValidationInfo) -> object:
        from pipeline.match.sector_taxonomy import taxonomy_text

        only = info.data.get("taxonomy_only", False)
        if only and value is None:
            msg = "taxonomy-only asks for a file with the sectors (--taxonomy FILE)"
            raise ValueError(msg)
        return taxonomy_text(value, only=only) if isinstance(value, str | Path) else value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def _reason(message: str) -> str:
    """Pydantic's message inside a sentence of ours."""
    message = message.removeprefix("Value error, ").replace("Input should be '", "Choose '")
    return message[:1].lower() + message[1:]


def load(config: Path | None = None, **arguments: Any) -> Settings:
    """The settings from ``config`` (or ``tidings.toml`` of the working folder, if there), the environment, arguments.

    Arguments that are None count as not given.

    Raises:
        SettingsError: a file that cannot be read, an unknown name or a value out of range.
    """
    if config is not None and not config.is_file():
        msg = f"there is no settings file {str(config)!r}: name an existing TOML file with --config"
        raise SettingsError(msg)

    class Sourced(Settings):
        model_config = SettingsConfigDict(toml_file=config or Path("tidings.toml"))

    try:
        sourced = Sourced(**{name: value for name, value in arguments.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "settings"
        given = str(first["input"]) if isinstance(first["input"], Path) else first["input"]
        msg = f"{name.replace('_', '-')} cannot be {given!r}: {_reason(first['msg'])}"
        raise SettingsError(msg) from error
    except ValueError as error:
        msg = f"{config or 'tidings.toml'} is not valid TOML: {error}"
        raise SettingsError(msg) from error
    return Settings.model_construct(**sourced.model_dump())
