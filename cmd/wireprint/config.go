package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/go-viper/mapstructure/v2"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

const (
	envPrefix  = "WIREPRINT"
	configName = "wireprint.yaml"

	// keyDelimiter separates the levels of a key. No key holds it, so that the
	// dots in a key, as in an outlet's domain, are just dots.
	keyDelimiter = "\x1f"
)

// config finds the settings of one command: flags before environment variables
// before the configuration file before the flags' defaults. It is the only part
// of the program that knows viper.
type config struct {
	viper *viper.Viper
	kinds map[string]reflect.Type // of all settings, by key
}

func newConfig() *config {
	v := viper.NewWithOptions(
		viper.KeyDelimiter(keyDelimiter),
		viper.ExperimentalBindStruct(),
		viper.EnvKeyReplacer(strings.NewReplacer("-", "_")),
		viper.WithDecodeHook(mapstructure.ComposeDecodeHookFunc(
			mapstructure.TextUnmarshallerHookFunc(),
			mapstructure.StringToSliceHookFunc(","),
		)),
	)
	v.SetEnvPrefix(envPrefix)

	return &config{v, kindsOf(reflect.TypeFor[settings]())}
}

// kindsOf are the kinds of a struct's fields that have a key.
func kindsOf(typ reflect.Type) map[string]reflect.Type {
	kinds := make(map[string]reflect.Type)
	for _, f := range reflect.VisibleFields(typ) {
		if key := f.Tag.Get("mapstructure"); key != "" {
			kinds[key] = f.Type
		}
	}
	return kinds
}

// load returns the settings for the command that has these flags. It is called
// when the command runs, and only for that command: bound earlier, the flags of
// one command would hide those of another.
func (c *config) load(flags *pflag.FlagSet) (settings, error) {
	file := configFile(flags)
	if err := c.read(file); err != nil {
		return settings{}, err
	}
	c.viper.AutomaticEnv()
	for key := range c.kinds {
		if flag := flags.Lookup(key); flag != nil {
			if err := c.viper.BindPFlag(key, flag); err != nil {
				return settings{}, fmt.Errorf("binding --%s: %w", key, err)
			}
		}
	}

	s := settings{origins: make(map[string]string)}
	for key := range c.kinds {
		s.origins[key] = c.origin(key, file, flags)
	}
	if err := c.viper.UnmarshalExact(&s); err != nil {
		return settings{}, c.explain(err, s.origins)
	}
	return s, nil
}

// configFile returns the file to read, or nothing where there is none. Only a
// file that the user named must exist.
func configFile(flags *pflag.FlagSet) string {
	if flag := flags.Lookup("config"); flag != nil && flag.Value.String() != "" {
		return flag.Value.String()
	}
	if name := os.Getenv(envPrefix + "_CONFIG"); name != "" {
		return name
	}
	for _, name := range []string{configName, userConfig()} {
		if _, err := os.Stat(name); err == nil {
			return name
		}
	}
	return ""
}

// userConfig is the name of the user's own configuration file. It is empty for
// a user without a home.
func userConfig() string {
	dir := os.Getenv("XDG_CONFIG_HOME")
	if dir == "" {
		var err error
		if dir, err = os.UserConfigDir(); err != nil {
			return ""
		}
	}
	return filepath.Join(dir, "wireprint", configName)
}

// read reads the configuration file and checks its keys and values. It must
// come before flags and variables are known to viper, which makes no difference
// between a value of the file and one of theirs.
func (c *config) read(file string) error {
	if file == "" {
		return nil
	}
	c.viper.SetConfigFile(file)
	c.viper.SetConfigType("yaml")
	if err := c.viper.ReadInConfig(); err != nil {
		var syntax viper.ConfigParseError
		if errors.As(err, &syntax) {
			err = syntax.Unwrap() // "yaml: line 3: …" needs no introduction
		}
		return usagef("reading the configuration: %s: %w", file, bareError(err))
	}
	keys := c.viper.AllKeys()
	slices.Sort(keys)
	for _, key := range keys {
		kind, ok := c.kinds[key]
		if !ok {
			return c.unknown(file, key)
		}
		if key == knownOutlets {
			if err := checkOutlets(file, c.viper.Get(key)); err != nil {
				return err
			}
			continue
		}
		if value := c.viper.Get(key); !fits(value, kind) {
			return usagef("%s: %s: expected %s, got %s", file, key, expected(kind), shown(value))
		}
	}
	return nil
}

// unknown refuses a key, and names the nearest one that is known.
func (c *config) unknown(file, key string) error {
	levels := strings.Split(key, keyDelimiter)
	if levels[0] == knownOutlets {
		return checkOutlets(file, c.viper.Get(knownOutlets))
	}
	known := sortedKeys(c.kinds)
	return &usageError{
		err: fmt.Errorf("%s: unknown key %q%s",
			file, strings.Join(levels, ": "), didYouMean(levels[len(levels)-1], known)),
		hint: "Known are " + strings.Join(known, ", ") + ".",
	}
}

// origin tells where the value of a setting is from.
func (c *config) origin(key, file string, flags *pflag.FlagSet) string {
	env, flag := envName(key), flags.Lookup(key)
	switch {
	case flag != nil && flag.Changed:
		return "--" + key
	case os.Getenv(env) != "":
		return env
	case c.viper.InConfig(key):
		return file + ": " + key
	default:
		return "--" + key
	}
}

// envName is the environment variable that sets a key.
func envName(key string) string {
	return envPrefix + "_" + strings.ToUpper(strings.ReplaceAll(key, "-", "_"))
}

// explain says which setting could not be understood. Flags and the file have
// been checked before, so it is an environment variable.
func (c *config) explain(err error, origins map[string]string) error {
	var field *mapstructure.DecodeError
	if !errors.As(err, &field) {
		return usagef("reading the settings: %w", err)
	}
	key, _, _ := strings.Cut(field.Name(), "[") // of a list, one of its entries
	kind, ok := c.kinds[key]
	if !ok {
		return usagef("reading the settings: %w", err)
	}
	return usagef("%s: expected %s, got %s", origins[key], expected(kind), shown(c.viper.Get(key)))
}

// bareError leaves the file's name out of an error about it.
func bareError(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
