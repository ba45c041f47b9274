package source

// Which of the inputs a path leads to, if it is the name of a file. Whether the
// path is among those that were given does not matter, nor how it is spelled.
func Which(inputs []Input, path string) (Input, bool) {
	disk, err := realName(path)
	if err != nil {
		return Input{}, false
	}
	for _, in := range inputs {
		if in.disk == disk {
			return in, true
		}
	}
	return Input{}, false
}
