package extract

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"sync"

	"github.com/go-faster/jx"

	"github.com/wireprint/wireprint/pkg/source"
)

// buffers are for strings while they are decoded: of 384 MB that reading 80 MB of
// records allocated, 81 were for this.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// errOdd is for records that [wantedFields] leaves to encoding/json.
var errOdd = errors.New("not a plain record")

// wantedFields decodes those fields of a JSON object that an article is made
// of, as encoding/json would. It does not say what is wrong with an object, and
// returns errors for some that are odd but valid, such as those with half a
// surrogate pair.
func wantedFields(data []byte, names *source.FieldNames) (map[string]any, error) {
	dec := jx.DecodeBytes(data)
	fields := map[string]any{}
	scratch := buffers.Get().(*[]byte)
	defer buffers.Put(scratch)
	err := dec.ObjBytes(func(dec *jx.Decoder, key []byte) (err error) {
		name, ok := names.Key(key)
		if !ok {
			return dec.Skip()
		}
		if dec.Next() != jx.String {
			fields[name], err = anyValue(dec)
			return err
		}
		text, err := dec.StrAppend((*scratch)[:0])
		if err != nil {
			return err
		}
		*scratch = text
		if bytes.Contains(text, []byte("\uFFFD")) {
			return errOdd
		}
		fields[name] = string(text)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := dec.Skip(); err != io.EOF {
		return nil, errOdd
	}
	return fields, nil
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
