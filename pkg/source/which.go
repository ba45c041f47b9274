package source

import "os"

// Which of the inputs a path leads to, if it is the name of a file. Whether the
// path is among those that were given does not matter, nor how it is spelled, nor which
// of the names of the file it is.
func Which(inputs []Input, path string) (Input, bool) {
	disk, err := realName(path)
	if err != nil {
		return Input{}, false
	}
	info, err := os.Stat(disk)
	if err != nil {
		return Input{}, false
	}
	id := fileID(disk, info)
	for _, in := range inputs {
		if in.disk == disk || in.id == id {
			return in, true
		}
	}
	return Input{}, false
}
