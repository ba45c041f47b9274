package source

import (
	"encoding/binary"
	"io"

	"github.com/parquet-go/parquet-go/encoding/thrift"
	meta "github.com/parquet-go/parquet-go/format"
)

// The most that the parts of a Parquet file may take. Writers make pages of about
// 1 MiB, and of one value where that is larger.
const (
	maxFooter     = 64 << 20 // bytes
	maxPage       = 256 << 20
	maxPageValues = 32 << 20
	maxColumns    = 10_000
)

// checkFooter checks what a file says of itself, and that it ends as it must.
func checkFooter(bytes anyOrder) error {
	const tail = 8 // the footer's length and the magic
	end := make([]byte, tail)
	if bytes.size < tail+int64(len(parquetMagic)) {
		return because("cut off: the Parquet data ends too early")
	}
	if _, err := bytes.ReadAt(end, bytes.size-tail); err != nil && err != io.EOF {
		return err
	}
	size := int64(binary.LittleEndian.Uint32(end))
	switch {
	case string(end[4:]) != parquetMagic:
		return because("cut off or damaged: the Parquet footer is not there")
	case size > maxFooter || size > bytes.size-tail:
		return because("damaged: the Parquet footer is too long")
	}
	footer := make([]byte, size)
	if _, err := bytes.ReadAt(footer, bytes.size-tail-size); err != nil && err != io.EOF {
		return err
	}
	t := thriftStruct{data: footer}
	if !t.skip() || t.schema > maxColumns {
		return because("damaged: the Parquet footer is not valid")
	}
	return nil
}

// checkPages checks what the pages of a column say of themselves.
func checkPages(bytes anyOrder, column *meta.ColumnMetaData) error {
	at := column.DataPageOffset
	if column.DictionaryPageOffset > 0 {
		at = min(at, column.DictionaryPageOffset)
	}
	end := at + column.TotalCompressedSize
	if at < 0 || end < at || end > bytes.size {
		return because("cut off or damaged: a Parquet column lies behind the end")
	}
	for at < end {
		header, length, err := pageHeader(bytes, at, end)
		if err != nil {
			return err
		}
		at += length
		if header.CompressedPageSize < 0 || int64(header.CompressedPageSize) > end-at ||
			header.UncompressedPageSize > maxPage || pageValues(header) > maxPageValues {
			return because("damaged: a Parquet page is not valid")
		}
		at += int64(header.CompressedPageSize)
	}
	return nil
}

// pageHeader reads the header of a page and returns its length. A header can hold
// whole values, the least and the greatest of the page.
func pageHeader(bytes anyOrder, at, end int64) (meta.PageHeader, int64, error) {
	var header meta.PageHeader
	for size := int64(4 << 10); ; size *= 8 {
		data := make([]byte, min(size, end-at))
		if _, err := bytes.ReadAt(data, at); err != nil && err != io.EOF {
			return header, 0, err
		}
		t := thriftStruct{data: data}
		if t.skip() {
			err := thrift.Unmarshal(new(thrift.CompactProtocol), data[:t.at], &header)
			return header, int64(t.at), err
		}
		if size > maxFooter || int64(len(data)) == end-at {
			return header, 0, because("damaged: the header of a Parquet page is not valid")
		}
	}
}

// pageValues is the number of values that a page says it has.
func pageValues(header meta.PageHeader) int32 {
	return max(header.DataPageHeader.V.NumValues, header.DictionaryPageHeader.V.NumValues, header.DataPageHeaderV2.V.NumValues,
		header.DataPageHeaderV2.V.DefinitionLevelsByteLength, header.DataPageHeaderV2.V.RepetitionLevelsByteLength)
}

// thriftStruct passes over a struct in Thrift's compact protocol, in which Parquet
// writes what it says of itself, and finds out whether the data holds all that it
// announces: a decoder that trusts it allocates gigabytes for nothing.
type thriftStruct struct {
	data   []byte
	at     int
	items  int // in all lists
	schema int // in the list that is field 2 of the struct itself: the columns of a file
}

const (
	maxThriftDepth = 16
	maxThriftItems = 1 << 20
)

// Types of the protocol.
const (
	thriftTrue = iota + 1
	thriftFalse
	thriftByte
	thriftInt16
	thriftInt32
	thriftInt64
	thriftDouble
	thriftBinary
	thriftList
	thriftSet
	thriftMap
	thriftStructure
)

// skip reports whether there is a whole struct.
func (t *thriftStruct) skip() bool { return t.fields(0) }

func (t *thriftStruct) fields(depth int) bool {
	if depth > maxThriftDepth {
		return false
	}
	for id := 0; ; {
		head, ok := t.byte()
		if !ok || head == 0 {
			return ok
		}
		kind := head & 0x0f
		if delta := int(head >> 4); delta > 0 {
			id += delta
		} else {
			n, ok := t.varint()
			if !ok {
				return false
			}
			id = int(n>>1) ^ -int(n&1)
		}
		before := t.items
		if kind != thriftTrue && kind != thriftFalse && !t.value(kind, depth) {
			return false
		}
		if depth == 0 && id == 2 && kind == thriftList {
			t.schema = t.items - before
		}
	}
}

// value passes over a value of a kind.
func (t *thriftStruct) value(kind byte, depth int) bool {
	switch kind {
	case thriftTrue, thriftFalse, thriftByte:
		return t.pass(1)
	case thriftInt16, thriftInt32, thriftInt64:
		_, ok := t.varint()
		return ok
	case thriftDouble:
		return t.pass(8)
	case thriftBinary:
		n, ok := t.varint()
		return ok && n <= uint64(len(t.data)) && t.pass(int(n))
	case thriftList, thriftSet:
		return t.list(depth)
	case thriftMap:
		return t.mapping(depth)
	case thriftStructure:
		return t.fields(depth + 1)
	default:
		return false
	}
}

func (t *thriftStruct) list(depth int) bool {
	head, ok := t.byte()
	n := uint64(head >> 4)
	if n == 0x0f {
		n, ok = t.varint()
	}
	return ok && t.values(n, depth, head&0x0f)
}

func (t *thriftStruct) mapping(depth int) bool {
	n, ok := t.varint()
	if !ok || n == 0 {
		return ok
	}
	kinds, ok := t.byte()
	return ok && t.values(n, depth, kinds>>4, kinds&0x0f)
}

// values passes over n times a value of each kind.
func (t *thriftStruct) values(n uint64, depth int, kinds ...byte) bool {
	if n > uint64(len(t.data)-t.at) {
		return false
	}
	if t.items += int(n); t.items > maxThriftItems || depth >= maxThriftDepth {
		return false
	}
	for range n {
		for _, kind := range kinds {
			if !t.value(kind, depth+1) {
				return false
			}
		}
	}
	return true
}

func (t *thriftStruct) pass(n int) bool {
	if n > len(t.data)-t.at {
		return false
	}
	t.at += n
	return true
}

func (t *thriftStruct) byte() (byte, bool) {
	if t.at == len(t.data) {
		return 0, false
	}
	t.at++
	return t.data[t.at-1], true
}

func (t *thriftStruct) varint() (uint64, bool) {
	n, length := binary.Uvarint(t.data[t.at:])
	return n, length > 0 && t.pass(length)
}
