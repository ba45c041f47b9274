package extract

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/go-faster/jx"
)

// wanted are the names of all fields that a record is read for.
var wanted = set(slices.Concat(idFields, textFields, titleFields, publishedFields, outletFields,
	authorFields, urlFields, languageFields)...)

// errOdd is for records that [wantedFields] leaves to encoding/json.
var errOdd = errors.New("not a plain record")

// wantedFields decodes those fields of a JSON object that an article is made
// of, as encoding/json would. It does not say what is wrong with an object, and
// returns errors for some that are odd but valid, such as those with half a
// surrogate pair.
func wantedFields(data []byte) (map[string]any, error) {
	dec := jx.DecodeBytes(data)
	fields := map[string]any{}
	buf := make([]byte, 0, len(data)) // no string is longer than as it is written
	err := dec.ObjBytes(func(dec *jx.Decoder, key []byte) (err error) {
		if !isWanted(key) {
			return dec.Skip()
		}
		name := string(key) // the decoder may use its bytes again
		if dec.Next() != jx.String {
			fields[name], err = anyValue(dec)
			return err
		}
		buf, err = dec.StrAppend(buf[:0])
		if bytes.Contains(buf, []byte("\uFFFD")) {
			return errOdd
		}
		fields[name] = string(buf)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := dec.Skip(); err != io.EOF {
		return nil, errOdd
	}
	return fields, nil
}

// isWanted reports the name of a wanted field in any letter case.
func isWanted(key []byte) bool {
	return wanted[string(key)] || wanted[strings.ToLower(string(key))]
}

// anyValue decodes a value that is no string.
func anyValue(dec *jx.Decoder) (value any, err error) {
	raw, err := dec.Raw()
	if err != nil {
		return nil, err
	}
	nested := json.NewDecoder(bytes.NewReader(raw))
	nested.UseNumber() // ids may have more digits than a float64 keeps
	return value, nested.Decode(&value)
}
